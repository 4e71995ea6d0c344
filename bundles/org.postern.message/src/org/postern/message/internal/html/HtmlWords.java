package org.postern.message.internal.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The words of HTML, without their looks: text, what stands for images, and at the end the hosts
 * and addresses that links lead to. What is hidden is among them.
 */
public final class HtmlWords implements NodeVisitor {

    private static final int LONGEST_HOST = 255;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> targets = new LinkedHashSet<>();

    private HtmlWords() {}

    public static String of(String html) {
        if (HtmlReader.isTooMuch(html)) {
            return TagStripper.strip(html);
        }
        Document document = HtmlReader.read(html);
        HtmlWords words = new HtmlWords();
        NodeTraversor.traverse(words, document.body());
        words.targets.forEach(target -> words.text.append('\n').append(target));
        return words.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            boundary(element);
            switch (element.normalName()) {
                case "img", "area" -> text.append(' ').append(element.attr("alt")).append(' ');
                case "a" -> target(element.attr("href"));
                default -> {
                    // Nothing but its text counts.
                }
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            boundary(element);
        }
    }

    private void boundary(Element element) {
        switch (element.normalName()) {
            case "br", "td", "th", "hr", "option", "input", "button", "textarea" ->
                    text.append('\n');
            default -> {
                if (element.isBlock()) {
                    text.append('\n');
                }
            }
        }
    }

    private void target(String href) {
        String link = href.strip();
        int from = link.indexOf("://");
        if (link.regionMatches(true, 0, "mailto:", 0, 7)) {
            add(link.substring(7).split("[?&]", 2)[0]);
        } else if (from > 0) {
            add(link.substring(from + 3).split("[/?#]", 2)[0]);
        }
    }

    private void add(String target) {
        if (!target.isEmpty() && target.length() <= LONGEST_HOST) {
            targets.add(target);
        }
    }
}
