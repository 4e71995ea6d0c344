package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;

import java.util.Collection;
import java.util.Set;

/** A session that can set and clear flags. */
public interface CanFlag {

    /**
     * Adds and removes flags; flags that are in neither set stay. Messages that are gone are passed
     * over.
     *
     * @throws MailException with {@link org.postern.core.Failure.CommandRefused} when the server
     *     would not
     */
    void flag(
            String mailbox,
            Collection<RemoteId> ids,
            Set<Flag> add,
            Set<Flag> remove,
            IProgressMonitor monitor)
            throws MailException;
}
