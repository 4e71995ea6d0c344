package org.postern.store;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.MailException;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The side of the store that views read. No method waits for a network (law 3) or for somebody who
 * writes. Lists come from memory or a few disk pages and may be asked for on the user interface's
 * thread; {@link #open} reads from disk and may not. A store that is closed has nothing to show. A
 * disk that cannot be read is an {@link java.io.UncheckedIOException}.
 */
public interface MailReader {

    /** The account's mailboxes, parents before children, ordered by role and then name. */
    List<StoredMailbox> mailboxes(AccountId account);

    /** The mailbox with this id. */
    Optional<StoredMailbox> mailbox(MailboxId id);

    /**
     * A mailbox's messages as they are now, newest first. The answer is a snapshot and does not
     * change. It is held in memory; a list of hundreds of thousands is better read by {@link
     * #page}.
     */
    List<MessageRow> rows(MailboxId mailbox);

    /**
     * A part of a mailbox's list as it is now, newest first; equally fast wherever it begins.
     *
     * @param from how many rows come before it, at least 0
     * @param count how many rows at most
     */
    List<MessageRow> page(MailboxId mailbox, int from, int count);

    /**
     * The numbers of the messages that a list shows as they are now, in its order. Takes some
     * hundreds of milliseconds for a million messages; not to be asked for on the user interface's
     * thread.
     *
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor says so
     */
    long[] list(ListQuery query, IProgressMonitor monitor);

    /** These messages as they are now, in that order, without those that are gone. */
    List<MessageRow> rows(List<MessageId> ids);

    /**
     * A mailbox's messages as they are now, in threads, that with the newest message first. Takes
     * some time for a large mailbox and little after a change; not to be asked for on the user
     * interface's thread.
     */
    List<MailThread> threads(MailboxId mailbox);

    /** One message as it is now. */
    Optional<MessageRow> row(MessageId id);

    /**
     * A message's bytes.
     *
     * @return empty when only its headers are here; the caller closes the stream
     * @throws MailException with {@link org.postern.core.Failure.LocalStorage}
     */
    Optional<InputStream> open(MessageId id) throws MailException;

    void addListener(StoreListener listener);

    void removeListener(StoreListener listener);
}
