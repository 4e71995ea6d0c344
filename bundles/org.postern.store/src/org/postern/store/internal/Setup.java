package org.postern.store.internal;

import java.time.Clock;
import java.time.Duration;

/**
 * How a store works; only tests choose other than {@link #STANDARD}.
 *
 * @param clock says when bodies were stored
 * @param steps hears of each step towards the disk
 * @param packLimit bytes after which a pack is full
 * @param rest how long after something was deleted its room is reclaimed; zero means only when
 *     somebody asks for it
 */
public record Setup(Clock clock, Steps steps, long packLimit, Duration rest) {

    public static final Setup STANDARD =
            new Setup(Clock.systemUTC(), Steps.UNHEARD, 64 << 20, Duration.ofSeconds(20));

    public Setup {
        if (packLimit < 1) {
            throw new IllegalArgumentException("pack limit " + packLimit);
        }
    }

    public Setup withClock(Clock other) {
        return new Setup(other, steps, packLimit, rest);
    }

    public Setup withSteps(Steps other) {
        return new Setup(clock, other, packLimit, rest);
    }

    /** Small packs, and room is reclaimed only on demand. */
    public Setup small(long limit) {
        return new Setup(clock, steps, limit, Duration.ZERO);
    }
}
