package org.postern.sync.internal;

import java.time.Duration;

/**
 * How much is asked for at once: a quarter of a second's worth, so that a long wire is always full
 * and yet what somebody waits for need not stand behind much on a slow one.
 */
final class Gait {

    static final int MESSAGES = 100;

    private static final long LEAST = 1 << 18;
    private static final long FIRST = 1 << 20;
    private static final long MOST = 1 << 22;
    private static final int PER_SECOND = 4;
    private static final Duration SPAN = Duration.ofMillis(500);

    private long bytes = FIRST;
    private long counted;
    private long since = System.nanoTime();

    /** Bytes to ask for. */
    long bytes() {
        return bytes;
    }

    /** Waiting for anything else than bytes does not count. */
    void begin() {
        counted = 0;
        since = System.nanoTime();
    }

    void came(long more) {
        counted += more;
        long nanos = System.nanoTime() - since;
        if (nanos > SPAN.toNanos()) {
            long perSecond = (long) (counted * 1e9 / nanos);
            bytes = Math.clamp(perSecond / PER_SECOND, LEAST, MOST);
            begin();
        }
    }
}
