package org.postern.message.internal.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.postern.message.PlainText;

/** Makes readable text of HTML: paragraphs, lists, quotes, the targets of links. */
public final class HtmlText implements NodeFilter {

    private final TextLines lines = new TextLines();
    private int preformatted;

    private HtmlText() {}

    public static PlainText of(Document document) {
        HtmlText text = new HtmlText();
        NodeTraversor.filter(text, document.body());
        return text.lines.text();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            lines.add(words.getWholeText(), preformatted > 0);
        }
        if (node instanceof Element element) {
            if (isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            start(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isHidden(Element element) {
        String name = element.normalName();
        String style = element.attr("style").replaceAll("\\s", "");
        return AllowList.vanishes(name) || style.matches("(?i).*display:none.*");
    }

    private void start(Element element) {
        switch (element.normalName()) {
            case "br" -> lines.feed();
            case "hr" -> lines.rule();
            case "img" -> lines.image(element.attr("alt"));
            case "li" -> lines.item(bullet(element));
            case "td", "th" -> lines.cell();
            case "blockquote" -> lines.quote(1);
            case "pre" -> preformatted(1);
            default -> boundary(element);
        }
    }

    private void end(Element element) {
        switch (element.normalName()) {
            case "blockquote" -> lines.quote(-1);
            case "pre" -> preformatted(-1);
            case "a" -> target(element);
            case "br", "hr", "img", "td", "th" -> {
                // They end nothing.
            }
            default -> boundary(element);
        }
    }

    private void preformatted(int step) {
        preformatted += step;
        lines.paragraph();
    }

    private void boundary(Element element) {
        switch (element.normalName()) {
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table" ->
                    lines.paragraph();
            default -> {
                if (element.isBlock()) {
                    lines.end();
                }
            }
        }
    }

    private static String bullet(Element item) {
        boolean numbered = item.parent() != null && item.parent().normalName().equals("ol");
        return numbered ? "# " : "• ";
    }

    private void target(Element link) {
        LinkTarget.of(link.attr("href")).ifPresent(target -> lines.target(target.href()));
    }
}
