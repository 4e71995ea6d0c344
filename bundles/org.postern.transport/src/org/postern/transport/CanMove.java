package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.util.Collection;
import java.util.Map;

/**
 * A session that can move messages between mailboxes so that no message is ever in neither (RFC
 * 6851).
 */
public interface CanMove {

    /**
     * @return the ids in the target, as far as the server tells them (COPYUID); a message that is
     *     missing here is found by the target's next {@link MailSession#changes}
     */
    Map<RemoteId, RemoteId> move(
            String mailbox, Collection<RemoteId> ids, String target, IProgressMonitor monitor)
            throws MailException;
}
