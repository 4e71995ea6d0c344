package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;

/**
 * Moves messages back that were moved to the trash, whether the server has heard of it or not. The
 * store knows what became of them.
 */
final class TakeOutOfTrash extends MailJob {

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
        boolean gone = services.store().mailbox(origin).isEmpty();
        if (!gone && !services.engine().takeBack(origin, rows, monitor)) {
            throw new MailException(
                    new Failure.LocalStorage(rows.getFirst().subject(), Messages.Job_notInTrash));
        }
    }
}
