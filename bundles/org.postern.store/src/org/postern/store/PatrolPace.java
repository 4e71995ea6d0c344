package org.postern.store;

import java.time.Duration;

/**
 * How quietly a store looks after itself.
 *
 * @param after how long it leaves a store alone that was just opened
 * @param rest between two looks
 * @param bytes about how many are read in a look
 * @param round how long after the begin of one round the next one begins at the earliest
 */
public record PatrolPace(Duration after, Duration rest, long bytes, Duration round) {

    /** Two megabytes a second, each byte once in two weeks. */
    public static final PatrolPace STANDARD =
            new PatrolPace(
                    Duration.ofMinutes(2), Duration.ofSeconds(4), 8 << 20, Duration.ofDays(14));

    public PatrolPace {
        if (after.isNegative() || !rest.isPositive() || bytes < 1 || round.isNegative()) {
            throw new IllegalArgumentException("no pace: " + rest + ", " + bytes + ", " + round);
        }
    }
}
