package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves messages back that were moved to the trash. Most often the server has not heard of it yet,
 * and it is just taken back. Else they have other ids in the trash, which come only by asking the
 * server, and are recognised by what they look like.
 */
final class TakeOutOfTrash extends MailJob {

    /** The first round may have begun before the server moved them. */
    private static final int ROUNDS = 2;

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
        Optional<StoredMailbox> home = services.store().mailbox(origin);
        if (home.isPresent() && !services.engine().takeBack(origin, rows, monitor)) {
            takeOut(home.get().account(), monitor);
        }
    }

    private void takeOut(AccountId account, IProgressMonitor monitor) throws MailException {
        MailboxId trash = trash(account);
        Set<MessageId> found = receive(account, trash, monitor);
        if (found.size() < rows.size()) {
            throw new MailException(
                    new Failure.LocalStorage(rows.getFirst().subject(), Messages.Job_notInTrash));
        }
        services.engine().move(trash, found, origin);
        receive(account, origin, monitor);
    }

    private MailboxId trash(AccountId account) throws MailException {
        return services.store().mailboxes(account).stream()
                .filter(m -> m.role() == MailboxRole.TRASH)
                .map(StoredMailbox::id)
                .findFirst()
                .orElseThrow(() -> new MailException(new Failure.NoSuchMailbox("Trash")));
    }

    /** Asks the server until the messages are seen in a mailbox, but not for ever. */
    private Set<MessageId> receive(AccountId account, MailboxId mailbox, IProgressMonitor monitor)
            throws MailException {
        Set<MessageId> found = Set.of();
        for (int round = 0; found.size() < rows.size() && round < ROUNDS; round++) {
            services.engine().refresh(account, monitor);
            found = LookAlikes.find(rows, services.store().rows(mailbox));
        }
        return found;
    }
}
