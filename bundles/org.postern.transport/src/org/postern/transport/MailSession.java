package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.net.Posture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An open session, made for synchronising a local copy. Used by one thread at a time, except {@link
 * #close()}. After a {@link MailException} that is not a {@link
 * org.postern.core.Failure.CommandRefused} or {@link org.postern.core.Failure.NoSuchMailbox} the
 * session is dead and is closed by its owner. Cancelling a monitor closes the session.
 */
public interface MailSession extends AutoCloseable {

    /** All mailboxes, parents before children. */
    List<RemoteMailbox> mailboxes(IProgressMonitor monitor) throws MailException;

    /**
     * Streams what changed in a mailbox.
     *
     * @param mailbox a {@link RemoteMailbox#id()}
     * @param since the token of the last call whose changes were stored; empty for everything
     * @param sink hears of the changes in order, on the calling thread. When the token is not
     *     usable any more the first thing that it hears is {@link ChangeSink#forgotten()}, or
     *     {@link ChangeSink#retold()} where ids still hold, and then everything that there is
     * @return stands for the state after these changes; to be stored in the same transaction
     */
    SyncToken changes(
            String mailbox, Optional<SyncToken> since, ChangeSink sink, IProgressMonitor monitor)
            throws MailException;

    /**
     * Streams whole messages. A message that is gone meanwhile is left out. The order may differ
     * from the one asked for.
     *
     * @param ids of messages in that mailbox; each once
     */
    void bodies(String mailbox, Collection<RemoteId> ids, BodySink sink, IProgressMonitor monitor)
            throws MailException;

    /**
     * The same for messages that are asked for bit by bit, so that a session which can have several
     * questions under way is never without one, and the caller can still change its mind.
     */
    default void stream(String mailbox, BodyOrders orders, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        Collection<RemoteId> ids = orders.next();
        while (!ids.isEmpty()) {
            bodies(mailbox, ids, sink, monitor);
            ids = orders.next();
        }
    }

    /**
     * Something that this session can do beyond reading, on this server and for this login.
     *
     * @param type one of the {@code Can…} interfaces, or one of a third party
     * @return empty when it cannot
     */
    <C> Optional<C> capability(Class<C> type);

    /** What protects the session; empty when it does not use a network. */
    Optional<Posture> posture();

    /**
     * Says good-bye where the protocol has a word for it, waiting a second at most. Never throws;
     * may be called twice.
     */
    @Override
    void close();
}
