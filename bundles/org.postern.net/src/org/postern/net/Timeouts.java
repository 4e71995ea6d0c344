package org.postern.net;

import java.time.Duration;

/**
 * How long a connection waits. All are positive.
 *
 * @param connect for one address to accept
 * @param greeting for the first line of the server
 * @param handshake for TLS from first to last byte, also for STARTTLS
 * @param read for the next byte in an established session
 */
public record Timeouts(Duration connect, Duration greeting, Duration handshake, Duration read) {

    /** For people on slow links. */
    public static final Timeouts DEFAULT =
            new Timeouts(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60));

    public Timeouts {
        for (Duration each : new Duration[] {connect, greeting, handshake, read}) {
            if (each.isNegative() || each.isZero()) {
                throw new IllegalArgumentException("a time-out must be positive: " + each);
            }
        }
    }

    /** The same limit everywhere. */
    public static Timeouts of(Duration all) {
        return new Timeouts(all, all, all, all);
    }
}
