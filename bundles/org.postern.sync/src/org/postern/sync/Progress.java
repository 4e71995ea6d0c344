package org.postern.sync;

/**
 * How much of something is done.
 *
 * @param done so much is
 * @param total of so much; 0 when nobody knows. What comes while it is done may make {@code done}
 *     the larger one
 */
public record Progress(long done, long total) {

    /** Nobody counts. */
    public static final Progress NONE = new Progress(0, 0);

    public Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("less than nothing: " + done + " of " + total);
        }
    }

    /** Whether there is a total to compare with. */
    public boolean known() {
        return total > 0;
    }

    /** From 0 to 1; 0 when nobody knows. */
    public double fraction() {
        return known() ? Math.min(1, (double) done / total) : 0;
    }
}
