package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.StoreListener;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Moves messages back that were moved to the trash. They have other ids there, and they come only
 * when the server did it; so they are recognised by what they look like, and waited for.
 */
final class TakeOutOfTrash extends MailJob {

    private static final int SECONDS = 30;

    private final Services services;
    private final MailboxId origin;
    private final List<MessageRow> rows;

    private TakeOutOfTrash(Services services, MailboxId origin, List<MessageRow> rows) {
        super(Messages.Job_undelete);
        this.services = services;
        this.origin = origin;
        this.rows = rows;
    }

    static void schedule(Services services, MailboxId origin, List<MessageRow> rows) {
        new TakeOutOfTrash(services, origin, rows).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        Optional<MailboxId> trash = trash();
        if (trash.isEmpty()) {
            return;
        }
        Semaphore changes = new Semaphore(0);
        StoreListener listener = change -> changes.release();
        services.store().addListener(listener);
        try {
            takeOut(trash.get(), changes, monitor);
        } finally {
            services.store().removeListener(listener);
        }
    }

    private void takeOut(MailboxId trash, Semaphore changes, IProgressMonitor monitor)
            throws MailException {
        for (int second = 0; second < SECONDS && !monitor.isCanceled(); second++) {
            Set<MessageId> found = found(trash);
            if (found.size() == rows.size()) {
                services.engine().move(trash, found, origin);
                return;
            }
            await(changes);
        }
    }

    private static void await(Semaphore changes) {
        try {
            if (changes.tryAcquire(1, TimeUnit.SECONDS)) {
                changes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    private Set<MessageId> found(MailboxId trash) {
        return services.store().rows(trash).stream()
                .filter(there -> rows.stream().anyMatch(r -> same(r, there)))
                .map(MessageRow::id)
                .collect(Collectors.toSet());
    }

    private static boolean same(MessageRow one, MessageRow other) {
        return one.date().equals(other.date())
                && one.size() == other.size()
                && one.subject().equals(other.subject())
                && one.from().equals(other.from());
    }

    private Optional<MailboxId> trash() {
        return services.store().mailbox(origin).stream()
                .flatMap(m -> services.store().mailboxes(m.account()).stream())
                .filter(m -> m.role() == MailboxRole.TRASH)
                .map(StoredMailbox::id)
                .findFirst();
    }
}
