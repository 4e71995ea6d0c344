package org.postern.message.internal.html;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML as a browser would, with the depth that a browser stops at too. */
public final class HtmlReader {

    private static final int DEEPEST = 256;

    private HtmlReader() {}

    public static Document read(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(withClosedComments(html), "");
    }

    /**
     * An unclosed comment would hide the rest of the mail; old senders end theirs with a bracket.
     */
    private static String withClosedComments(String html) {
        int open = html.indexOf("<!--", html.lastIndexOf("-->") + 1);
        return open < 0
                ? html
                : html.substring(0, open) + html.substring(open).replace("<!--", "<!");
    }
}
