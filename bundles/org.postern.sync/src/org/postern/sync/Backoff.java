package org.postern.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: twice as long each time, up to a limit, with a random
 * part on top so that many accounts do not try in step.
 *
 * @param first the least wait after the first failure
 * @param longest the most that is ever waited
 * @param random gives the random part
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final double JITTER = 0.25;
    private static final long STAGGER_MILLIS = 1_500;

    /** 30 seconds to 30 minutes. */
    public static Backoff standard() {
        return new Backoff(
                Duration.ofSeconds(30), Duration.ofMinutes(30), RandomGenerator.getDefault());
    }

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("no backoff: " + first + " to " + longest);
        }
    }

    /** A short while, another each time, for what must not happen to all at the same instant. */
    public Duration stagger() {
        return Duration.ofMillis((long) (STAGGER_MILLIS * random.nextDouble()));
    }

    /**
     * @param attempts failures in a row, from 1
     */
    public Duration after(int attempts) {
        double ceiling = longest.toMillis() / (1 + JITTER);
        double base = first.toMillis() * Math.pow(2, Math.min(attempts - 1, 30));
        double wait = Math.min(base, ceiling) * (1 + JITTER * random.nextDouble());
        return Duration.ofMillis(Math.max(first.toMillis(), (long) wait));
    }
}
