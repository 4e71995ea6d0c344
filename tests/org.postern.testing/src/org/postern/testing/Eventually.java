package org.postern.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that another thread or process brings about, and never longer than told. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    /**
     * Asks the condition every few milliseconds until it holds.
     *
     * @param what the condition in words, for the message
     * @throws AssertionError when it does not hold in time
     */
    public static void until(BooleanSupplier condition, Duration limit, String what) {
        until(condition, limit, () -> what);
    }

    /** The same, with words that are made when the time is over: they may show the last state. */
    public static void until(BooleanSupplier condition, Duration limit, Supplier<String> what) {
        if (!holds(condition, limit)) {
            throw new AssertionError(missed(limit, what.get()));
        }
    }

    /** Whether the condition comes to hold in time; for waits whose failure is no failure. */
    static boolean holds(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            holds = condition.getAsBoolean();
        }
        return holds;
    }

    /**
     * Waits for the latch.
     *
     * @throws AssertionError when it does not open in time
     */
    public static void await(CountDownLatch latch, Duration limit, String what)
            throws InterruptedException {
        if (!latch.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(missed(limit, what));
        }
    }

    private static String missed(Duration limit, String what) {
        return "Not within " + limit.toMillis() + " ms: " + what;
    }
}
