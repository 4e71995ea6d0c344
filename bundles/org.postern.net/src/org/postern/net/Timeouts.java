package org.postern.net;

import java.time.Duration;

/**
 * How long a connection waits. All are positive.
 *
 * @param connect for one address to accept
 * @param greeting for the first line of the server
 * @param handshake for TLS from first to last byte, also for STARTTLS
 * @param read for the next byte in an established session
 * @param login for all that is between TCP's connect and an accepted login, as far as it is spent
 *     waiting for the server; the time in which a person looks for a password does not count
 */
public record Timeouts(
        Duration connect, Duration greeting, Duration handshake, Duration read, Duration login) {

    /** No server gets longer than this to let somebody in, unless it is asked for. */
    public static final Duration LOGIN = Duration.ofSeconds(30);

    /** For people on slow links. */
    public static final Timeouts DEFAULT =
            new Timeouts(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60));

    public Timeouts {
        for (Duration each : new Duration[] {connect, greeting, handshake, read, login}) {
            if (each.isNegative() || each.isZero()) {
                throw new IllegalArgumentException("a time-out must be positive: " + each);
            }
        }
    }

    /** With the usual limit for the login. */
    public Timeouts(Duration connect, Duration greeting, Duration handshake, Duration read) {
        this(connect, greeting, handshake, read, LOGIN);
    }

    /** The same limit everywhere but for the login, which has the usual one. */
    public static Timeouts of(Duration all) {
        return new Timeouts(all, all, all, all);
    }
}
