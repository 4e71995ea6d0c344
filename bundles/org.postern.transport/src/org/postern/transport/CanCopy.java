package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.util.Collection;
import java.util.Map;

/** A session that can copy messages between mailboxes. */
public interface CanCopy {

    /**
     * @return the ids of the copies, as far as the server tells them (COPYUID, RFC 4315)
     */
    Map<RemoteId, RemoteId> copy(
            String mailbox, Collection<RemoteId> ids, String target, IProgressMonitor monitor)
            throws MailException;
}
