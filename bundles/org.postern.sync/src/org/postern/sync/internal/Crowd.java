package org.postern.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many sessions a server bears for an account, as far as was found out. It is tried again after
 * a while, for others' sessions count as well and may be gone. Thread-safe.
 */
final class Crowd {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Clock clock;
    private int most = Integer.MAX_VALUE;
    private Instant until = Instant.MIN;

    Crowd(Clock clock) {
        this.clock = clock;
    }

    /** As many of those as it bears. */
    synchronized int bearable(int wanted) {
        return clock.instant().isBefore(until) ? Math.min(wanted, most) : wanted;
    }

    /** It refused one more than these. */
    synchronized void refused(int open) {
        most = bearable(open);
        until = clock.instant().plus(REMEMBERED);
    }
}
