package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Notify;
import org.postern.transport.CanWatch;
import org.postern.transport.SyncToken;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Waits with NOTIFY (RFC 5465) for any mailbox where the server has it, else with IDLE (RFC 2177)
 * for the open one alone. A server that promised NOTIFY and does not keep up is not asked again.
 */
final class Watching implements CanWatch {

    private static final int MOST_OVERFLOWS = 2;

    private final Dialogue dialogue;
    private final Selector selector;
    private final Idling idling;
    private final Map<String, Standing> reported = new HashMap<>();
    private boolean notifies;
    private int overflows;

    Watching(Dialogue dialogue, Features features, Selector selector) {
        this.dialogue = dialogue;
        this.selector = selector;
        this.idling = new Idling(dialogue);
        this.notifies = features.has("NOTIFY");
    }

    @Override
    public int most() {
        return notifies ? Integer.MAX_VALUE : 1;
    }

    @Override
    public Set<String> watch(
            List<String> mailboxes,
            Map<String, SyncToken> known,
            Duration longest,
            IProgressMonitor monitor)
            throws MailException {
        long deadline = System.nanoTime() + longest.toNanos();
        Map<String, ImapToken> tokens = new HashMap<>();
        known.forEach((id, token) -> ImapToken.parse(token).ifPresent(t -> tokens.put(id, t)));
        return dialogue.during(
                monitor,
                () -> {
                    Optional<Set<String>> told =
                            notifies ? all(mailboxes, tokens, deadline) : Optional.empty();
                    return told.isPresent()
                            ? told.get()
                            : one(mailboxes.getFirst(), tokens, deadline);
                });
    }

    /** Empty when the server will not. */
    private Optional<Set<String>> all(
            List<String> mailboxes, Map<String, ImapToken> tokens, long deadline)
            throws IOException, MailException {
        selector.leave(); // what is open would be told of in another way
        NoticeBoard board = new NoticeBoard(mailboxes);
        notifies = dialogue.run(Notify.changesOf(mailboxes), board).ok();
        if (!notifies) {
            return Optional.empty();
        }
        board.begin(tokens, reported);
        idling.await(board, board::news, deadline);
        dialogue.run(Notify.nothing(), board);
        reported.putAll(board.changed());
        return Optional.of(board.overflow() ? lost(mailboxes) : board.changed().keySet());
    }

    private Set<String> lost(List<String> mailboxes) {
        overflows++;
        notifies = overflows < MOST_OVERFLOWS;
        return Set.copyOf(mailboxes);
    }

    private Set<String> one(String mailbox, Map<String, ImapToken> tokens, long deadline)
            throws IOException, MailException {
        Selection open = selector.look(mailbox);
        Standing now = Standing.of(open);
        ImapToken token = tokens.get(mailbox);
        boolean behind = token != null && now.surelyIsNot(token);
        if (behind && !now.equals(reported.put(mailbox, now))) {
            return Set.of(mailbox);
        }
        idling.await(Listener.NOBODY, open::changed, deadline);
        return open.changed() ? Set.of(mailbox) : Set.of();
    }
}
