package org.postern.net.internal;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Step;
import org.postern.net.ConnectionException;

import java.io.IOException;
import java.time.Duration;

/**
 * What a server may cost until it has let somebody in: bytes from the network, and time spent
 * waiting for it. What happens between two waits, a question to the user for example, costs
 * nothing.
 */
final class Budget {

    static final int BYTES = 256 * 1024;

    private final Endpoint peer;
    private final Duration time;
    private long bytes;
    private long nanos;
    private volatile boolean ended;

    Budget(Endpoint peer, Duration time) {
        this.peer = peer;
        this.time = time;
    }

    /** In all. */
    Duration time() {
        return time;
    }

    /** Something came from the network, encrypted or not. */
    synchronized void received(int count) throws ConnectionException {
        bytes += count;
        if (!ended && bytes > BYTES) {
            String limit = "before login: " + BYTES + " bytes";
            throw new ConnectionException(new Failure.LimitExceeded(peer, limit));
        }
    }

    /** What came so far. */
    synchronized long bytes() {
        return bytes;
    }

    /** So long was waited. */
    synchronized void spent(long howLong) {
        nanos += howLong;
    }

    /** How long may still be waited; not negative. */
    synchronized Duration left() {
        Duration left = time.minusNanos(nanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The shorter of a limit and what is left. */
    Duration within(Duration limit) {
        Duration left = left();
        return left.compareTo(limit) < 0 ? left : limit;
    }

    ConnectionException late(IOException cause) {
        return new ConnectionException(new Failure.TimedOut(peer, Step.LOGIN, time), cause);
    }

    /** The login was accepted; from now on there are other limits. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }
}
