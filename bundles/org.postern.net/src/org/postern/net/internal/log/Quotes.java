package org.postern.net.internal.log;

/** Takes the content out of quoted strings (RFC 9051 §4.3). */
final class Quotes {

    private Quotes() {}

    /** The text with every quoted string empty but for an ellipsis; an open one ends the text. */
    static String emptied(String text) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                inside = !inside;
                out.append(inside ? "\"…" : "\"");
            } else if (!inside) {
                out.append(c);
            } else if (c == '\\') {
                i++;
            }
        }
        return out.toString();
    }
}
