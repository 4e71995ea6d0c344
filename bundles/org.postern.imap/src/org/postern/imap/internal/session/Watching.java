package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Idle;
import org.postern.imap.internal.wire.Tally;
import org.postern.transport.CanWatch;
import org.postern.transport.SyncToken;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Waits with IDLE (RFC 2177), which tells of the open mailbox alone. */
final class Watching implements CanWatch {

    /** Servers may end the session after 30 minutes without a command. */
    private static final Duration RENEWAL = Duration.ofMinutes(29);

    /** In that time; a server that is still there says so every other minute. */
    private static final int MOST_WORDS = 1_000;

    private final Dialogue dialogue;
    private final Selector selector;
    private final Map<String, Standing> reported = new HashMap<>();

    Watching(Dialogue dialogue, Selector selector) {
        this.dialogue = dialogue;
        this.selector = selector;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Set<String> watch(
            List<String> mailboxes,
            Map<String, SyncToken> known,
            Duration longest,
            IProgressMonitor monitor)
            throws MailException {
        String mailbox = mailboxes.getFirst();
        long deadline = System.nanoTime() + longest.toNanos();
        Optional<ImapToken> token =
                Optional.ofNullable(known.get(mailbox)).flatMap(ImapToken::parse);
        return dialogue.during(
                monitor, () -> changes(mailbox, token, deadline) ? Set.of(mailbox) : Set.of());
    }

    private boolean changes(String mailbox, Optional<ImapToken> token, long deadline)
            throws IOException, MailException {
        Selection open = selector.look(mailbox);
        Standing now = Standing.of(open);
        boolean behind = token.filter(now::surelyIsNot).isPresent();
        return behind && !now.equals(reported.put(mailbox, now)) || changes(open, deadline);
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
