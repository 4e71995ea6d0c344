package org.postern.sync.internal;

import org.postern.sync.NetworkWatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Compares what can be seen now with what was seen the last time. While a machine sleeps the time
 * of day goes on and the time that it runs does not. Used by one thread at a time.
 */
public final class Vigil {

    /** What has happened since the last look. */
    public enum News {
        NONE,
        /** The machine slept. */
        AWAKE,
        /** There is a network, and it is another one. */
        ANOTHER_NETWORK
    }

    /** A clock that is set right by less is no news. */
    private static final Duration SLEEP = Duration.ofSeconds(15);

    private final Clock wall;
    private final LongSupplier running;
    private final NetworkWatch.Signs signs;
    private Instant time;
    private long ran;
    private Set<String> addresses;

    /**
     * @param running nanoseconds that the machine has run
     */
    public Vigil(Clock wall, LongSupplier running, NetworkWatch.Signs signs) {
        this.wall = wall;
        this.running = running;
        this.signs = signs;
        this.time = wall.instant();
        this.ran = running.getAsLong();
        this.addresses = Set.copyOf(signs.addresses());
    }

    public synchronized News look() {
        boolean slept = slept();
        Set<String> before = addresses;
        addresses = Set.copyOf(signs.addresses());
        if (slept) {
            return News.AWAKE;
        }
        return addresses.isEmpty() || addresses.equals(before) ? News.NONE : News.ANOTHER_NETWORK;
    }

    private boolean slept() {
        Instant now = wall.instant();
        long nanos = running.getAsLong();
        Duration passed = Duration.between(time, now);
        Duration ranSince = Duration.ofNanos(nanos - ran);
        time = now;
        ran = nanos;
        return passed.minus(ranSince).compareTo(SLEEP) > 0;
    }
}
