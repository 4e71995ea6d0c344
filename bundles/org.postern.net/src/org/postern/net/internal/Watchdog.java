package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One daemon thread for all connections that closes sockets when a time limit is over or a monitor
 * was cancelled. It lives only while there is something to watch.
 */
final class Watchdog {

    /** How soon a cancellation is noticed. A monitor cannot be listened to, only asked. */
    private static final Duration PULSE = Duration.ofMillis(40);

    /**
     * The same where somebody waits for minutes, such as for new mail; idle costs next to nothing.
     */
    private static final Duration CALM_PULSE = Duration.ofMillis(250);

    private static final Duration YOUNG = Duration.ofSeconds(3);

    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE / 4);
    private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());
    private static final Watchdog SHARED = new Watchdog();

    private final Set<Watch> watches = new HashSet<>();
    private boolean running;
    private boolean calm;

    private Watchdog() {}

    /** Closes when cancelled, without a limit of time. */
    static Watch watch(IProgressMonitor monitor, Runnable close) {
        return SHARED.add(new Watch(SHARED, monitor, FOREVER, close));
    }

    /** Closes when cancelled or when the time is over. */
    static Watch watch(IProgressMonitor monitor, Duration limit, Runnable close) {
        return SHARED.add(new Watch(SHARED, monitor, limit, close));
    }

    /** Closes when the time is over. */
    static Watch watch(Duration limit, Runnable close) {
        return watch(new NullProgressMonitor(), limit, close);
    }

    private synchronized Watch add(Watch watch) {
        watches.add(watch);
        if (calm) {
            notifyAll();
        }
        if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("Postern connection watchdog").start(this::patrol);
        }
        return watch;
    }

    synchronized void remove(Watch watch) {
        watches.remove(watch);
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
            calm = !watches.isEmpty() && watches.stream().noneMatch(w -> w.isYounger(YOUNG));
            wait((calm ? CALM_PULSE : PULSE).toMillis());
        } catch (InterruptedException e) {
            // Nobody may stop the dog while sockets depend on it: the round only comes early.
            LOG.log(System.Logger.Level.DEBUG, "the watchdog was interrupted", e);
        }
        running = !watches.isEmpty();
        return List.copyOf(watches);
    }
}
