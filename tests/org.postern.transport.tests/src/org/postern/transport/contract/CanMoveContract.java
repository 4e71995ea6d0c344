package org.postern.transport.contract;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.transport.CanMove;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.util.Collection;
import java.util.Map;

/** What a session keeps that {@linkplain CanMove can move}. */
public abstract class CanMoveContract extends TransferContract {

    protected CanMoveContract() {
        super(false);
    }

    @Override
    final Map<RemoteId, RemoteId> transfer(
            MailSession session,
            String mailbox,
            Collection<RemoteId> ids,
            String target,
            IProgressMonitor monitor)
            throws MailException {
        return capability(session, CanMove.class).move(mailbox, ids, target, monitor);
    }
}
