package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.time.Duration;

/** A session that is told by the server when a mailbox changes (IDLE, RFC 2177). */
public interface CanWatch {

    /**
     * Waits until the mailbox changed or the time is over. What changed since this session last
     * told of the mailbox counts, so that nothing is missed between the two calls.
     *
     * @param longest how long to wait; the session renews what must be renewed meanwhile
     * @param monitor cancelling ends the waiting and closes the session
     * @return whether something changed
     */
    boolean watch(String mailbox, Duration longest, IProgressMonitor monitor) throws MailException;
}
