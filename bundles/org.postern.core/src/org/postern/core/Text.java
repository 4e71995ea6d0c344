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
        StringBuilder out = new StringBuilder();
        raw.strip()
                .codePoints()
                .limit(LONGEST)
                .forEach(c -> out.appendCodePoint(disturbs(c) ? '·' : c));
        return raw.strip().length() > LONGEST ? out + "…" : out.toString();
    }

    private static boolean disturbs(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(c) == Character.SURROGATE;
    }
}
