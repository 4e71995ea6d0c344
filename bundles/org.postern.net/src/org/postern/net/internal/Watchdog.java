package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One daemon thread for all connections that closes sockets when a time limit is over or a monitor
 * was cancelled. It lives only while there is something to watch, and runs only when something is
 * due or a monitor has to be asked.
 */
final class Watchdog {

    /** How soon a cancellation is noticed of a monitor that can only be asked. */
    private static final Duration PULSE = Duration.ofMillis(40);

    /** The same where somebody has waited for some time already. */
    private static final Duration CALM_PULSE = Duration.ofMillis(250);

    private static final Duration YOUNG = Duration.ofSeconds(3);

    /** It looks again after this, though nothing is due. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE / 4);
    private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());
    private static final Watchdog SHARED = new Watchdog();

    private final Set<Watch> watches = new HashSet<>();
    private boolean running;
    private long looksAt;

    private Watchdog() {}

    /** Closes when cancelled, without a limit of time. */
    static Watch watch(IProgressMonitor monitor, Runnable close) {
        return watch(monitor, FOREVER, close);
    }

    /** Closes when cancelled or when the time is over. */
    static Watch watch(IProgressMonitor monitor, Duration limit, Runnable close) {
        return SHARED.add(new Watch(SHARED, Optional.of(monitor), limit, close));
    }

    /** Closes when the time is over. */
    static Watch watch(Duration limit, Runnable close) {
        return SHARED.add(new Watch(SHARED, Optional.empty(), limit, close));
    }

    private synchronized Watch add(Watch watch) {
        watches.add(watch);
        if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("Postern connection watchdog").start(this::patrol);
        } else if (due(watch, System.nanoTime()) - looksAt < 0) {
            notifyAll();
        }
        return watch;
    }

    synchronized void remove(Watch watch) {
        watches.remove(watch);
    }

    /** A monitor was cancelled. */
    synchronized void wake() {
        notifyAll();
    }

    private void patrol() {
        List<Watch> round = next();
        while (!round.isEmpty()) {
            round.forEach(Watch::check);
            round = next();
        }
    }

    /** The watches of the next round; with an empty answer the thread has signed off. */
    private synchronized List<Watch> next() {
        try {
            long now = System.nanoTime();
            looksAt = now + (watches.isEmpty() ? PULSE : LONGEST).toNanos();
            for (Watch watch : watches) {
                looksAt = now + Math.min(looksAt - now, due(watch, now) - now);
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, looksAt - now));
        } catch (InterruptedException e) {
            // Nobody may stop the dog while sockets depend on it: the round only comes early.
            LOG.log(System.Logger.Level.DEBUG, "the watchdog was interrupted", e);
        }
        running = !watches.isEmpty();
        return List.copyOf(watches);
    }

    private static long due(Watch watch, long now) {
        long end = watch.end();
        if (!watch.mustBeAsked()) {
            return watch.isCancelled() ? now : end; // perhaps before it was listened to
        }
        long pulse = now + (watch.isYounger(YOUNG) ? PULSE : CALM_PULSE).toNanos();
        return pulse - end < 0 ? pulse : end;
    }
}
