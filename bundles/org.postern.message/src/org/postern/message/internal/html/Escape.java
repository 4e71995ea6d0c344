package org.postern.message.internal.html;

/** Text as HTML. */
final class Escape {

    private Escape() {}

    /** Safe between tags and inside double-quoted attributes; control characters are left out. */
    static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            append(escaped, text.charAt(at));
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '`' -> escaped.append("&#96;");
            case '\t', '\n' -> escaped.append(c);
            default -> {
                if (!Character.isISOControl(c)) {
                    escaped.append(c);
                }
            }
        }
    }
}
