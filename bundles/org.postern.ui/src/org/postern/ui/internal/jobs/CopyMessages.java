package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies messages to another mailbox of their account. */
public final class CopyMessages extends MailJob {

    private final Services services;
    private final List<MessageRow> rows;
    private final MailboxId target;

    private CopyMessages(Services services, List<MessageRow> rows, MailboxId target) {
        super(Messages.Job_copy);
        this.services = services;
        this.rows = rows;
        this.target = target;
        setSystem(true);
    }

    /** Starts it, and remembers how to undo it. */
    public static void schedule(Services services, List<MessageRow> rows, MailboxId target) {
        new CopyMessages(services, rows, target).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        Set<MessageId> before = copies();
        for (var entry : FlagMessages.byMailbox(rows).entrySet()) {
            services.engine().copy(entry.getKey(), entry.getValue(), target);
        }
        Set<MessageId> made = new HashSet<>(copies());
        made.removeAll(before);
        Undo.remember(() -> DeleteCopies.schedule(services, target, made));
    }

    /** What came of the messages in the target till now, by whatever the user did. */
    private Set<MessageId> copies() {
        return services.store().successors(rows.stream().map(MessageRow::id).toList()).stream()
                .filter(row -> row.mailbox().equals(target))
                .map(MessageRow::id)
                .collect(Collectors.toSet());
    }
}
