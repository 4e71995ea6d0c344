package org.postern.sync.internal;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.StoredMailbox;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;

import java.lang.System.Logger;
import java.util.Optional;

/**
 * Waits in a session of its own for the server to tell of new mail. When that session breaks, it
 * ends quietly: the next regular look will find out why, and start it again.
 */
final class Watcher {

    private static final Logger LOG = System.getLogger(Watcher.class.getName());

    private final AccountId id;
    private final Workshop workshop;
    private final Runnable news;
    private Optional<NullProgressMonitor> running = Optional.empty();

    Watcher(AccountId id, Workshop workshop, Runnable news) {
        this.id = id;
        this.workshop = workshop;
        this.news = news;
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
        return workshop.parts().store().mailboxes(id).stream()
                .filter(mailbox -> mailbox.role() == MailboxRole.INBOX && mailbox.selectable())
                .map(StoredMailbox::remoteId)
                .findFirst();
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
            while (canWatch.isPresent() && !monitor.isCanceled()) {
                if (canWatch.get().watch(inbox, workshop.pace().watch(), monitor)) {
                    news.run();
                }
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
}
