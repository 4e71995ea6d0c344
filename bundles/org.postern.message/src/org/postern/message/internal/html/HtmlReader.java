package org.postern.message.internal.html;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML as a browser would, with the depth that a browser stops at too. */
public final class HtmlReader {

    private static final int DEEPEST = 256;

    private HtmlReader() {}

    public static Document read(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
    }
}
