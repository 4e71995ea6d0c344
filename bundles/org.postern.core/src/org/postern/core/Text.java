package org.postern.core;

/** Text from a server made fit to be shown: one line, no control characters, bounded. */
public final class Text {

    private static final int LONGEST = 200;

    private Text() {}

    /**
     * Replaces control and bidirectional-override characters by {@code ·} and cuts after 200
     * characters.
     *
     * @param raw anything a server said
     * @return a single line that cannot disturb what stands around it
     */
    public static String visible(String raw) {
        return visible(raw, LONGEST);
    }

    /**
     * The same with a limit of one's own.
     *
     * @param longest so many characters are kept
     */
    public static String visible(String raw, int longest) {
        StringBuilder out = new StringBuilder();
        String text = raw.strip();
        text.codePoints().limit(longest).forEach(c -> out.appendCodePoint(disturbs(c) ? '·' : c));
        return text.codePointCount(0, text.length()) > longest ? out + "…" : out.toString();
    }

    private static boolean disturbs(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(c) == Character.SURROGATE;
    }
}
