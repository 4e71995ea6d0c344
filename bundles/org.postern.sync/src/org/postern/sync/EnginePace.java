package org.postern.sync;

import org.postern.net.Timeouts;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How fast an engine goes.
 *
 * @param clock tells what time it is
 * @param backoff between attempts while a network is missing
 * @param replayAfter how long it waits for more of the user's actions before it sends them
 * @param timeouts of connections
 * @param batch how many changes are committed together
 * @param largestBody messages that are larger, in bytes, are fetched only on demand
 * @param watch how long one wait for the server's word lasts at most
 * @param keep how long a session stays open for the next look; zero closes it at once
 */
public record EnginePace(
        Clock clock,
        Backoff backoff,
        Duration replayAfter,
        Timeouts timeouts,
        int batch,
        long largestBody,
        Duration watch,
        Duration keep) {

    /** Shorter than what routers and servers bear; longer than people need between two clicks. */
    private static final Duration KEEP = Duration.ofMinutes(4);

    public EnginePace {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(backoff, "backoff");
        Objects.requireNonNull(replayAfter, "replayAfter");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(watch, "watch");
        Objects.requireNonNull(keep, "keep");
        if (batch < 1) {
            throw new IllegalArgumentException("batches of " + batch);
        }
    }

    /** What people get. */
    public static EnginePace standard() {
        return new EnginePace(
                Clock.systemUTC(),
                Backoff.standard(),
                Duration.ofSeconds(1),
                Timeouts.DEFAULT,
                2_000,
                25_000_000,
                Duration.ofMinutes(25),
                KEEP);
    }
}
