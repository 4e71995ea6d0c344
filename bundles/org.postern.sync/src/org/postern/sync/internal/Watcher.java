package org.postern.sync.internal;

import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.net.CancelMonitor;
import org.postern.store.MailStore;
import org.postern.store.StoredMailbox;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.lang.System.Logger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Waits in a session of its own for the server to tell of new mail. When that session breaks, it
 * ends quietly: the next regular look will find out why, and start it again.
 */
final class Watcher {

    private static final Logger LOG = System.getLogger(Watcher.class.getName());

    private final AccountId id;
    private final Workshop workshop;
    private final BooleanSupplier look;
    private Optional<CancelMonitor> running = Optional.empty();

    /**
     * @param look receives mail and answers whether the account is still online
     */
    Watcher(AccountId id, Workshop workshop, BooleanSupplier look) {
        this.id = id;
        this.workshop = workshop;
        this.look = look;
    }

    /** Whether the account looks by itself and its server can tell. */
    boolean suits(Account account, MailSession session) {
        return account.sync().every().isPresent() && session.capability(CanWatch.class).isPresent();
    }

    synchronized void start(Account account) {
        if (running.isEmpty() && !mailboxes(1).isEmpty() && !workshop.closed()) {
            CancelMonitor monitor = workshop.watch();
            running = Optional.of(monitor);
            workshop.run(() -> watch(account, monitor));
        }
    }

    /** The inbox and then the others; none when there is no inbox. */
    private List<StoredMailbox> mailboxes(int most) {
        List<StoredMailbox> all =
                workshop.parts().store().mailboxes(id).stream()
                        .filter(StoredMailbox::selectable)
                        .sorted(Comparator.comparing(mailbox -> !isInbox(mailbox)))
                        .limit(most)
                        .toList();
        return all.isEmpty() || !isInbox(all.getFirst()) ? List.of() : all;
    }

    private static boolean isInbox(StoredMailbox mailbox) {
        return mailbox.role() == MailboxRole.INBOX;
    }

    synchronized void stop() {
        running.ifPresent(monitor -> monitor.setCanceled(true));
        running = Optional.empty();
    }

    private synchronized void ended(CancelMonitor monitor) {
        if (running.equals(Optional.of(monitor))) {
            running = Optional.empty();
        }
    }

    private void watch(Account account, CancelMonitor monitor) {
        Sessions sessions = workshop.sessions();
        try (MailSession session = sessions.open(account, sessions.plan(account), monitor)) {
            Optional<CanWatch> canWatch = session.capability(CanWatch.class);
            boolean goesOn = canWatch.isPresent();
            while (goesOn && !monitor.isCanceled()) {
                List<StoredMailbox> mailboxes = mailboxes(canWatch.get().most());
                goesOn =
                        !mailboxes.isEmpty()
                                && (!news(canWatch.get(), mailboxes, monitor)
                                        || look.getAsBoolean());
            }
        } catch (MailException | OperationCanceledException e) {
            LOG.log(Logger.Level.DEBUG, () -> id + ": watching ended: " + e.getMessage());
        } catch (RuntimeException e) {
            workshop.broken(account, e);
        } finally {
            monitor.setCanceled(true);
            ended(monitor);
        }
    }

    private boolean news(CanWatch session, List<StoredMailbox> mailboxes, CancelMonitor monitor)
            throws MailException {
        MailStore store = workshop.parts().store();
        Map<String, SyncToken> known = new HashMap<>();
        for (StoredMailbox mailbox : mailboxes) {
            store.token(mailbox.id())
                    .ifPresent(token -> known.put(mailbox.remoteId(), new SyncToken(token)));
        }
        List<String> ids = mailboxes.stream().map(StoredMailbox::remoteId).toList();
        return !session.watch(ids, known, workshop.pace().watch(), monitor).isEmpty();
    }
}
