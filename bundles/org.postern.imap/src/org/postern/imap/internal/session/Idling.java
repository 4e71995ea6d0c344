package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Idle;
import org.postern.imap.internal.wire.Tally;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits with IDLE (RFC 2177). It serves beside NOTIFY, too, which needs none: servers tell an idle
 * client that they are still there, and do not end its session.
 */
record Idling(Dialogue dialogue) {

    /** Servers may end the session after 30 minutes without a command. */
    private static final Duration RENEWAL = Duration.ofMinutes(29);

    /** In that time; a server that is still there says so every other minute. */
    private static final int MOST_WORDS = 1_000;

    /**
     * @param listener hears what comes
     * @param news ends the waiting
     * @param deadline in {@link System#nanoTime()}
     */
    void await(Listener listener, BooleanSupplier news, long deadline)
            throws IOException, MailException {
        while (!news.getAsBoolean() && left(deadline).isPositive()) {
            dialogue.beginWaiting(Idle.begin(), listener);
            idle(listener, news, deadline);
            dialogue.endWaiting(Idle.end(), listener);
        }
    }

    private void idle(Listener listener, BooleanSupplier news, long deadline)
            throws IOException, MailException {
        long renewal = System.nanoTime() + RENEWAL.toNanos();
        Tally idle = new Tally(MOST_WORDS, "responses that say nothing while idle");
        Duration left = shorter(left(deadline), left(renewal));
        while (!news.getAsBoolean() && left.isPositive()) {
            idle.add(dialogue.hear(left, listener) ? 1 : 0);
            left = shorter(left(deadline), left(renewal));
        }
    }

    /** Whole milliseconds, for a socket knows no less and takes 0 for ever. */
    private static Duration left(long deadline) {
        return Duration.ofMillis((deadline - System.nanoTime()) / 1_000_000);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
