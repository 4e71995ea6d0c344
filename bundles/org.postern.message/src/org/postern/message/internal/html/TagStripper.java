package org.postern.message.internal.html;

import org.jsoup.parser.Parser;

/** Takes tags out of text in one pass, for HTML that is too large to be parsed. */
public final class TagStripper {

    private TagStripper() {}

    public static String strip(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        int open = html.indexOf('<');
        while (open >= 0) {
            text.append(html, at, open);
            int close = html.indexOf('>', open);
            if (close < 0) {
                at = open;
                break;
            }
            text.append(breaksLine(html, open + 1) ? '\n' : ' ');
            at = close + 1;
            open = html.indexOf('<', at);
        }
        return Parser.unescapeEntities(text.append(html, at, html.length()).toString(), false);
    }

    private static boolean breaksLine(String html, int at) {
        return html.regionMatches(true, at, "br", 0, 2)
                || html.regionMatches(true, at, "p", 0, 1)
                || html.regionMatches(true, at, "/p", 0, 2)
                || html.regionMatches(true, at, "/div", 0, 4)
                || html.regionMatches(true, at, "/tr", 0, 3);
    }
}
