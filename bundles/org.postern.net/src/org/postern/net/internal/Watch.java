package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.net.CancelMonitor;
import org.postern.net.Connection;

import java.time.Duration;
import java.util.Optional;

/** A socket under guard. Ended by {@link #close()}; then it never fires any more. */
final class Watch implements Connection.Guard {

    /** Why the socket was closed by the watchdog. */
    enum Outcome {
        /** It was not. */
        QUIET,
        CANCELLED,
        EXPIRED,
        /** The guard ended before anything happened. */
        ENDED
    }

    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    private final Watchdog dog;
    private final Optional<IProgressMonitor> monitor;
    private final Runnable wake;
    private final long limitNanos;
    private final long start = System.nanoTime();
    private final Runnable close;
    private Outcome outcome = Outcome.QUIET;

    Watch(Watchdog dog, Optional<IProgressMonitor> monitor, Duration limit, Runnable close) {
        this.dog = dog;
        this.monitor = monitor;
        limitNanos = limit.toNanos();
        this.close = close;
        wake = dog::wake;
        telling().ifPresent(tells -> tells.addListener(wake));
    }

    private Optional<CancelMonitor> telling() {
        return monitor.filter(CancelMonitor.class::isInstance).map(CancelMonitor.class::cast);
    }

    /** Whether nobody tells when the monitor is cancelled. */
    boolean mustBeAsked() {
        return monitor.isPresent() && telling().isEmpty();
    }

    /** When the time is over, in {@link System#nanoTime()}. */
    long end() {
        return start + limitNanos;
    }

    synchronized boolean expired() {
        return outcome == Outcome.EXPIRED;
    }

    boolean isYounger(Duration age) {
        return System.nanoTime() - start < age.toNanos();
    }

    void check() {
        if (isCancelled()) {
            fire(Outcome.CANCELLED);
        } else if (System.nanoTime() - start > limitNanos) {
            fire(Outcome.EXPIRED);
        }
    }

    /** A monitor that throws must not take the watchdog from the others; it is not waited for. */
    boolean isCancelled() {
        try {
            return monitor.filter(IProgressMonitor::isCanceled).isPresent();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a progress monitor failed", e);
            return true;
        }
    }

    /** Closing happens under the lock: once {@link #close()} has returned nothing is closed. */
    private synchronized void fire(Outcome why) {
        if (outcome == Outcome.QUIET) {
            outcome = why;
            leave();
            close.run();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (outcome == Outcome.QUIET) {
                outcome = Outcome.ENDED;
            }
        }
        leave();
    }

    private void leave() {
        dog.remove(this);
        telling().ifPresent(tells -> tells.removeListener(wake));
    }
}
