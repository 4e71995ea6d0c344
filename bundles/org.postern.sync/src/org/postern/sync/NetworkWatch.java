package org.postern.sync;

import org.postern.sync.internal.MachineSigns;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How an engine notices that the machine's network is another one, or that the machine slept. Each
 * look costs some microseconds.
 *
 * @param signs what is looked at
 * @param calm between two looks while all is well
 * @param alert between two looks while an account waits for the network
 */
public record NetworkWatch(Signs signs, Duration calm, Duration alert) {

    /** What can be seen of a network without sending anything. */
    @FunctionalInterface
    public interface Signs {
        /** The addresses that this machine has; empty when there is no network. */
        Set<String> addresses();
    }

    public NetworkWatch {
        Objects.requireNonNull(signs, "signs");
        if (!calm.isPositive() || !alert.isPositive()) {
            throw new IllegalArgumentException("looking without a rest: " + calm + ", " + alert);
        }
    }

    /** What people get. */
    public static NetworkWatch standard() {
        return new NetworkWatch(new MachineSigns(), Duration.ofSeconds(20), Duration.ofSeconds(5));
    }
}
