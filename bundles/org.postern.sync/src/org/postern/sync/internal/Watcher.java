package org.postern.sync.internal;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.StoredMailbox;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Waits in a session of its own for the server to tell of new mail. When that session breaks, it
 * ends quietly: the next regular look will find out why, and start it again.
 */
final class Watcher {

    private static final Logger LOG = System.getLogger(Watcher.class.getName());

    private final AccountId id;
    private final Workshop workshop;
    private final BooleanSupplier look;
    private Optional<NullProgressMonitor> running = Optional.empty();

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
        Optional<String> inbox = inbox();
        if (running.isEmpty() && inbox.isPresent() && !workshop.closed()) {
            NullProgressMonitor monitor = workshop.watch();
            running = Optional.of(monitor);
            workshop.run(() -> watch(account, inbox.get(), monitor));
        }
    }

    private Optional<String> inbox() {
        return inboxes().map(StoredMailbox::remoteId).findFirst();
    }

    private Stream<StoredMailbox> inboxes() {
        return workshop.parts().store().mailboxes(id).stream()
                .filter(mailbox -> mailbox.role() == MailboxRole.INBOX && mailbox.selectable());
    }

    synchronized void stop() {
        running.ifPresent(monitor -> monitor.setCanceled(true));
        running = Optional.empty();
    }

    private synchronized void ended(NullProgressMonitor monitor) {
        if (running.equals(Optional.of(monitor))) {
            running = Optional.empty();
        }
    }

    private void watch(Account account, String inbox, NullProgressMonitor monitor) {
        Sessions sessions = workshop.sessions();
        try (MailSession session = sessions.open(account, sessions.plan(account), monitor)) {
            Optional<CanWatch> canWatch = session.capability(CanWatch.class);
            boolean goesOn = canWatch.isPresent();
            while (goesOn && !monitor.isCanceled()) {
                boolean news =
                        behind(session, inbox, monitor)
                                || canWatch.get().watch(inbox, workshop.pace().watch(), monitor);
                goesOn = !news || look.getAsBoolean();
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

    /** Whether something happened before this session began to listen. */
    private boolean behind(MailSession session, String inbox, NullProgressMonitor monitor)
            throws MailException {
        MailStore store = workshop.parts().store();
        Optional<SyncToken> since =
                inboxes().findFirst().flatMap(box -> store.token(box.id())).map(SyncToken::new);
        Noticed noticed = new Noticed();
        session.changes(inbox, since, noticed, monitor);
        return noticed.anything();
    }
}
