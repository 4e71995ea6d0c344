package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Idle;
import org.postern.imap.internal.wire.Tally;
import org.postern.transport.CanWatch;

import java.io.IOException;
import java.time.Duration;

/** Waits with IDLE (RFC 2177). */
record Watching(Dialogue dialogue, Selector selector) implements CanWatch {

    /** Servers may end the session after 30 minutes without a command. */
    private static final Duration RENEWAL = Duration.ofMinutes(29);

    /** In that time; a server that is still there says so every other minute. */
    private static final int MOST_WORDS = 1_000;

    @Override
    public boolean watch(String mailbox, Duration longest, IProgressMonitor monitor)
            throws MailException {
        long deadline = System.nanoTime() + longest.toNanos();
        return dialogue.during(
                monitor,
                () -> {
                    Selection open = selector.ensure(mailbox, false);
                    boolean otherThanTold =
                            selector.told(mailbox)
                                    .filter(t -> t.changed() || !open.sameStateAs(t))
                                    .isPresent();
                    return otherThanTold || changes(open, deadline);
                });
    }

    private boolean changes(Selection open, long deadline) throws IOException, MailException {
        while (!open.changed() && left(deadline).isPositive()) {
            dialogue.beginWaiting(Idle.begin());
            idle(open, deadline);
            dialogue.endWaiting(Idle.end());
        }
        return open.changed();
    }

    private void idle(Selection open, long deadline) throws IOException, MailException {
        long renewal = System.nanoTime() + RENEWAL.toNanos();
        Tally idle = new Tally(MOST_WORDS, "responses that say nothing while idle");
        Duration left = shorter(left(deadline), left(renewal));
        while (!open.changed() && left.isPositive()) {
            idle.add(dialogue.hear(left) ? 1 : 0);
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
