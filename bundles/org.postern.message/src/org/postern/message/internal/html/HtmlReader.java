package org.postern.message.internal.html;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.postern.message.internal.Limits;

/** Parses HTML as a browser would, within a depth that no honest mail reaches. */
public final class HtmlReader {

    private static final int DEEPEST = 128;

    private HtmlReader() {}

    public static Document read(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(withClosedComments(html), "");
    }

    /** Whether there are so many tags that parsing them would take too long. */
    public static boolean isTooMuch(String html) {
        return html.chars().filter(c -> c == '<').count() > Limits.HTML_TAGS;
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
