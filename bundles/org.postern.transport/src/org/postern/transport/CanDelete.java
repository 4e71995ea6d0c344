package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.util.Collection;

/** A session that can remove messages for good. */
public interface CanDelete {

    /**
     * Removes just these messages, never others that somebody else marked. Returns when the server
     * has done it, which for POP3 means after the session's QUIT was answered. Messages that are
     * gone already are passed over.
     */
    void delete(String mailbox, Collection<RemoteId> ids, IProgressMonitor monitor)
            throws MailException;
}
