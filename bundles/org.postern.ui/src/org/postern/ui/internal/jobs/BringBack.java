package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;

/** Brings messages back that were moved somewhere else. */
final class BringBack extends MailJob {

    private final Services services;
    private final MailboxId origin;
    private final List<MessageRow> rows;

    private BringBack(Services services, MailboxId origin, List<MessageRow> rows) {
        super(Messages.Job_bringBack);
        this.services = services;
        this.origin = origin;
        this.rows = rows;
    }

    static void schedule(Services services, MailboxId origin, List<MessageRow> rows) {
        new BringBack(services, origin, rows).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        if (!services.engine().takeBack(origin, rows, monitor)) {
            throw new MailException(
                    new Failure.LocalStorage(rows.getFirst().subject(), Messages.Job_notFound));
        }
    }
}
