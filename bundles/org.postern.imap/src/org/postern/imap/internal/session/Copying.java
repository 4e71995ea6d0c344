package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Copy;
import org.postern.transport.CanCopy;
import org.postern.transport.RemoteId;

import java.util.Collection;
import java.util.Map;

/** Copies with UID COPY. */
record Copying(Dialogue dialogue, Selector selector) implements CanCopy {

    @Override
    public Map<RemoteId, RemoteId> copy(
            String mailbox, Collection<RemoteId> ids, String target, IProgressMonitor monitor)
            throws MailException {
        return dialogue.during(
                monitor,
                () -> {
                    selector.ensure(mailbox, false);
                    return new Transfer(dialogue, target)
                            .run(Ids.uids(ids), piece -> Copy.to(piece, target));
                });
    }
}
