package org.postern.net.internal.log;

/**
 * What of a protocol's lines may be shown. It denies by default: what it does not know is shown by
 * its size only.
 */
interface Script {

    /**
     * What is shown of a line, and what follows it.
     *
     * @param text empty when nothing is shown now
     * @param opaque how many bytes follow that are never shown
     */
    record Shown(String text, long opaque) {

        static final Shown NOTHING = new Shown("", 0);

        static Shown line(String text) {
            return new Shown(text, 0);
        }
    }

    Shown sent(Line line);

    Shown received(Line line);

    /** Login is over. */
    void loggedIn();

    /** For protocols that nobody here knows. */
    static Script sizesOnly() {
        return new Script() {
            @Override
            public Shown sent(Line line) {
                return Shown.line(Line.omitted(line.length()));
            }

            @Override
            public Shown received(Line line) {
                return Shown.line(Line.omitted(line.length()));
            }

            @Override
            public void loggedIn() {
                // Sizes tell nothing before or after.
            }
        };
    }
}
