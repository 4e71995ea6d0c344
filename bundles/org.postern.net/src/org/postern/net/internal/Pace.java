package org.postern.net.internal;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Catches a server that dribbles: each byte comes in time and the line never ends. Between lines it
 * may be silent as long as a read may wait, but a line that has begun must go on. The body of a
 * message is measured like a very long line; nobody reads mail at less than 1 KiB a minute. Only
 * time that was spent waiting counts, so that a slow reader accuses nobody.
 *
 * <p>Whole lines may come now and then, too, and never be the answer. So what follows something
 * that was said may not stay below that rate for long.
 */
public final class Pace {

    private static final int LEAST = 1024;

    /** Windows that an answer may be late in all, each KiB of it making up for one. */
    private static final int PATIENCE = 10;

    private final Duration window;
    private boolean inLine;
    private long waited;
    private int came;
    private long late;

    /**
     * @param window in which at least 1 KiB of a line must come, unless it ends
     */
    public Pace(Duration window) {
        this.window = window;
    }

    /** To be called before each wait. */
    public void check() throws SocketTimeoutException {
        if (inLine && waited > window.toNanos()) {
            throw new SocketTimeoutException(
                    "fewer than " + LEAST + " bytes of a line in " + window);
        }
        if (late > PATIENCE * window.toNanos()) {
            throw new SocketTimeoutException(
                    "fewer than " + LEAST + " bytes of an answer in each " + window);
        }
    }

    /** Something was said: what comes now is another answer. */
    public void said() {
        late = 0;
    }

    /** Something came that is waited for as an answer. */
    public void answered(int count, long nanos) {
        late = Math.max(0, late + nanos - window.toNanos() / LEAST * count);
    }

    /**
     * Something came.
     *
     * @param nanos how long it was waited for
     */
    public void received(byte[] buffer, int offset, int count, long nanos) {
        int tail = tail(buffer, offset, count);
        boolean begins = !inLine || tail < count;
        inLine = tail > 0;
        came = begins ? tail : came + count;
        waited = begins ? 0 : waited + nanos;
        if (came >= LEAST) {
            came = 0;
            waited = 0;
        }
    }

    /** How many bytes stand behind the last line's end. */
    private static int tail(byte[] buffer, int offset, int count) {
        int at = offset + count;
        while (at > offset && buffer[at - 1] != '\n') {
            at--;
        }
        return offset + count - at;
    }
}
