package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.store.MessageRow;
import org.postern.sync.Engine;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;

/** Deletes messages: to the trash where there is one. */
public final class DeleteMessages extends MailJob {

    private final Services services;
    private final List<MessageRow> rows;

    private DeleteMessages(Services services, List<MessageRow> rows) {
        super(Messages.Job_delete);
        this.services = services;
        this.rows = rows;
        setSystem(true);
    }

    /** Starts it, and remembers how to undo it where it can be undone. */
    public static void schedule(Services services, List<MessageRow> rows) {
        new DeleteMessages(services, rows).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        for (var entry : FlagMessages.byMailbox(rows).entrySet()) {
            Engine.Deletion done = services.engine().delete(entry.getKey(), entry.getValue());
            if (done == Engine.Deletion.MOVED_TO_TRASH) {
                List<MessageRow> moved =
                        rows.stream().filter(r -> r.mailbox().equals(entry.getKey())).toList();
                Undo.remember(() -> TakeOutOfTrash.schedule(services, entry.getKey(), moved));
            }
        }
    }
}
