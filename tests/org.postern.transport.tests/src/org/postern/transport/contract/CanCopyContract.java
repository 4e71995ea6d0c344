package org.postern.transport.contract;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.transport.CanCopy;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.util.Collection;
import java.util.Map;

/** What a session keeps that {@linkplain CanCopy can copy}. */
public abstract class CanCopyContract extends TransferContract {

    protected CanCopyContract() {
        super(true);
    }

    @Override
    final Map<RemoteId, RemoteId> transfer(
            MailSession session,
            String mailbox,
            Collection<RemoteId> ids,
            String target,
            IProgressMonitor monitor)
            throws MailException {
        return capability(session, CanCopy.class).copy(mailbox, ids, target, monitor);
    }
}
