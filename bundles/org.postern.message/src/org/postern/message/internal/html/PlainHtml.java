package org.postern.message.internal.html;

import org.postern.message.PlainText;
import org.postern.message.PlainText.Line;

/** Text as HTML: quotes become nested boxes, addresses of the web become links. */
public final class PlainHtml {

    private static final int DEEPEST = 30;

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean signature;

    private PlainHtml() {}

    /** Elements for the inside of a body. */
    public static String of(PlainText text) {
        PlainHtml html = new PlainHtml();
        html.out.append("<div class=\"plain\" style=\"white-space:pre-wrap\">");
        text.lines().forEach(html::add);
        html.quote(0);
        html.endSignature();
        return html.out.append("</div>").toString();
    }

    private void add(Line line) {
        quote(Math.min(line.depth(), DEEPEST));
        if (depth == 0 && !signature && line.text().equals("-- ")) {
            signature = true;
            out.append("<div class=\"signature\">");
        }
        String inside = line.text().isEmpty() ? "<br>" : Linkifier.html(line.text());
        out.append("<div dir=\"auto\">").append(inside).append("</div>");
    }

    private void quote(int wanted) {
        if (wanted > 0) {
            endSignature();
        }
        for (; depth < wanted; depth++) {
            out.append("<blockquote class=\"quote\">");
        }
        for (; depth > wanted; depth--) {
            out.append("</blockquote>");
        }
    }

    private void endSignature() {
        if (signature) {
            out.append("</div>");
            signature = false;
        }
    }
}
