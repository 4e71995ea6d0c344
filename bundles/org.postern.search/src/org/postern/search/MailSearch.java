package org.postern.search;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.store.MessageId;

import java.util.Optional;

/**
 * The full-text index over the local copy. It follows the store by itself: what was stored is found
 * a moment later, and after a kill it catches up. Thread-safe; no method is for the user
 * interface's thread.
 */
public interface MailSearch extends AutoCloseable {

    /** In which order messages are found. */
    enum Order {
        /** The newest first. */
        NEWEST,
        /** First those in which the words matter most. */
        RELEVANCE
    }

    /**
     * A part of what is found, over all accounts. Messages that went meanwhile are left out.
     *
     * @param from how many hits come before it, at least 0
     * @param count how many hits at most
     * @throws MailException with {@link org.postern.core.Failure.LocalStorage}
     */
    Page find(Query query, Order order, int from, int count, IProgressMonitor monitor)
            throws MailException;

    /** How many messages are found. */
    long count(Query query, IProgressMonitor monitor) throws MailException;

    /**
     * The place of a message where the query's words stand. Reads the message, so it is to be asked
     * for what is shown only.
     *
     * @return empty when the message is not here, or when the query has no words
     */
    Optional<Snippet> snippet(Query query, MessageId message, IProgressMonitor monitor)
            throws MailException;

    /** How far the index is. */
    Progress progress();

    /**
     * Waits until all that is in the store now can be found.
     *
     * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled
     */
    void await(IProgressMonitor monitor) throws MailException;

    /** Throws the index away and makes it anew out of the store, in the background. */
    void rebuild() throws MailException;

    void addListener(SearchListener listener);

    void removeListener(SearchListener listener);

    /** Makes durable what is indexed, and ends. */
    @Override
    void close();

    /**
     * How far an index is.
     *
     * @param indexed messages that can be found
     * @param waiting changes of the store that are not in the index yet
     */
    record Progress(long indexed, long waiting) {}
}
