package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.Set;
import java.util.stream.Collectors;

/** Takes copies back that the user does not want after all, to the trash like all that goes. */
final class DeleteCopies extends MailJob {

    private final Services services;
    private final MailboxId mailbox;
    private final Set<MessageId> copies;

    private DeleteCopies(Services services, MailboxId mailbox, Set<MessageId> copies) {
        super(Messages.Job_uncopy);
        this.services = services;
        this.mailbox = mailbox;
        this.copies = copies;
        setSystem(true);
    }

    static void schedule(Services services, MailboxId mailbox, Set<MessageId> copies) {
        new DeleteCopies(services, mailbox, copies).schedule();
    }

    /** What the user put elsewhere since then is left alone. */
    @Override
    void work(IProgressMonitor monitor) throws MailException {
        Set<MessageId> there =
                copies.stream()
                        .flatMap(id -> services.store().row(id).stream())
                        .filter(row -> row.mailbox().equals(mailbox))
                        .map(MessageRow::id)
                        .collect(Collectors.toSet());
        if (!there.isEmpty()) {
            services.engine().delete(mailbox, there);
        }
    }
}
