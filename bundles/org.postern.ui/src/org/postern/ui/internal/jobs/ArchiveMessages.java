package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;

/** Moves messages to their accounts' archives. */
public final class ArchiveMessages extends MailJob {

    private final Services services;
    private final List<MessageRow> rows;

    private ArchiveMessages(Services services, List<MessageRow> rows) {
        super(Messages.Job_archive);
        this.services = services;
        this.rows = rows;
        setSystem(true);
    }

    /** Starts it, and remembers how to undo it. */
    public static void schedule(Services services, List<MessageRow> rows) {
        new ArchiveMessages(services, rows).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        for (var entry : FlagMessages.byMailbox(rows).entrySet()) {
            services.engine().archive(entry.getKey(), entry.getValue());
            List<MessageRow> moved =
                    rows.stream().filter(r -> r.mailbox().equals(entry.getKey())).toList();
            Undo.remember(() -> BringBack.schedule(services, entry.getKey(), moved));
        }
    }
}
