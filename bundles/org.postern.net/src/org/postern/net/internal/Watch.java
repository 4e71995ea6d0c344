package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.net.Connection;

import java.time.Duration;

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

    private final Watchdog dog;
    private final IProgressMonitor monitor;
    private final Duration limit;
    private final long start = System.nanoTime();
    private final Runnable close;
    private Outcome outcome = Outcome.QUIET;

    Watch(Watchdog dog, IProgressMonitor monitor, Duration limit, Runnable close) {
        this.dog = dog;
        this.monitor = monitor;
        this.limit = limit;
        this.close = close;
    }

    Duration limit() {
        return limit;
    }

    synchronized Outcome outcome() {
        return outcome;
    }

    synchronized boolean expired() {
        return outcome == Outcome.EXPIRED;
    }

    void check() {
        if (monitor.isCanceled()) {
            fire(Outcome.CANCELLED);
        } else if (System.nanoTime() - start > limit.toNanos()) {
            fire(Outcome.EXPIRED);
        }
    }

    /** Closing happens under the lock: once {@link #close()} has returned nothing is closed. */
    private synchronized void fire(Outcome why) {
        if (outcome == Outcome.QUIET) {
            outcome = why;
            dog.remove(this);
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
        dog.remove(this);
    }
}
