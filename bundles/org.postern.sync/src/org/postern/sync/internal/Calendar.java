package org.postern.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;

/** What is to be done for an account later: the next look and the next replay, one of each. */
final class Calendar {

    private final Workshop workshop;
    private Optional<Future<?>> look = Optional.empty();
    private Optional<Future<?>> replay = Optional.empty();

    Calendar(Workshop workshop) {
        this.workshop = workshop;
    }

    synchronized void at(Instant when, Runnable task) {
        in(Duration.between(workshop.pace().clock().instant(), when), task);
    }

    synchronized void in(Duration delay, Runnable task) {
        clearLook();
        if (!workshop.closed()) {
            look = Optional.of(workshop.later(delay, task));
        }
    }

    /** Later calls put it off, so that many actions in a row go in one session. */
    synchronized void replaySoon(Runnable task) {
        replay.ifPresent(future -> future.cancel(false));
        if (!workshop.closed()) {
            replay = Optional.of(workshop.later(workshop.pace().replayAfter(), task));
        }
    }

    synchronized void clearLook() {
        look.ifPresent(future -> future.cancel(false));
        look = Optional.empty();
    }

    synchronized void clear() {
        clearLook();
        replay.ifPresent(future -> future.cancel(false));
        replay = Optional.empty();
    }
}
