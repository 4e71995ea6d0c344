package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.ArrayList;
import java.util.List;

/** Moves messages to another mailbox of their account. */
public final class MoveMessages extends MailJob {

    private final Services services;
    private final List<MessageRow> rows;
    private final MailboxId target;

    private MoveMessages(Services services, List<MessageRow> rows, MailboxId target) {
        super(Messages.Job_move);
        this.services = services;
        this.rows = rows.stream().filter(row -> !row.mailbox().equals(target)).toList();
        this.target = target;
        setSystem(true);
    }

    /** Starts it, and remembers how to undo it. What lies there already stays. */
    public static void schedule(Services services, List<MessageRow> rows, MailboxId target) {
        new MoveMessages(services, rows, target).schedule();
    }

    /** They are brought back together, wherever they came from. */
    @Override
    void work(IProgressMonitor monitor) throws MailException {
        List<Runnable> waysBack = new ArrayList<>();
        for (var entry : FlagMessages.byMailbox(rows).entrySet()) {
            MailboxId origin = entry.getKey();
            services.engine().move(origin, entry.getValue(), target);
            List<MessageRow> moved = rows.stream().filter(r -> r.mailbox().equals(origin)).toList();
            waysBack.add(() -> BringBack.schedule(services, origin, moved));
        }
        if (!waysBack.isEmpty()) {
            Undo.remember(() -> waysBack.forEach(Runnable::run));
        }
    }
}
