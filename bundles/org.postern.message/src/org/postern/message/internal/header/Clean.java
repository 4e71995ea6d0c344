package org.postern.message.internal.header;

/** Takes out of text what would let it lie about itself on a screen. */
public final class Clean {

    private Clean() {}

    /** One line without control characters and bidirectional overrides, trimmed. */
    public static String line(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(clean, c));
        return clean.toString().strip();
    }

    /** Most headers are; they are read by the ten thousand. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder clean, int c) {
        if (c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029) {
            clean.append(' ');
        } else if (!isControl(c)) {
            clean.appendCodePoint(c);
        }
    }

    /** Controls, direction overrides and embeddings, lone surrogates. */
    public static boolean isControl(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff
                || Character.getType(c) == Character.SURROGATE;
    }
}
