package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A session that is told by the server when mailboxes change (NOTIFY, RFC 5465; IDLE, RFC 2177).
 */
public interface CanWatch {

    /** How many mailboxes it can watch at once; at least 1. */
    int most();

    /**
     * Waits until one of the mailboxes changed or the time is over. Whatever is other than a
     * mailbox's token says counts, as far as the server's counters show it, so that nothing is
     * missed between two calls; the same state is reported only once, so that a mailbox which
     * cannot be read does not keep its watcher busy.
     *
     * @param mailboxes {@link RemoteMailbox#id()}s, the most important first; at least one. Those
     *     beyond {@link #most()} are not watched
     * @param known the tokens of what is stored of them; of a mailbox without one only counts what
     *     happens from now on
     * @param longest how long to wait; the session renews what must be renewed meanwhile
     * @param monitor cancelling ends the waiting and closes the session
     * @return the ids of those that changed, all of them when the server lost count; empty when the
     *     time is over
     * @throws MailException with {@link org.postern.core.Failure.NoSuchMailbox} when it can watch
     *     only one and that is not there
     */
    Set<String> watch(
            List<String> mailboxes,
            Map<String, SyncToken> known,
            Duration longest,
            IProgressMonitor monitor)
            throws MailException;
}
