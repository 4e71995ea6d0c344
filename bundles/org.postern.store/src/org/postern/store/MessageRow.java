package org.postern.store;

import org.postern.core.Flag;
import org.postern.core.MailAddress;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What a message list shows of a message; decoded once, when the message was stored.
 *
 * @param id in this store
 * @param mailbox where it lies
 * @param remoteId what its transport knows it by
 * @param flags as the user sees them: the server's, with what the user did since
 * @param from the first author; both parts empty when there is none
 * @param subject decoded, one line; empty when there is none
 * @param date when it was written, or received when that is not readable
 * @param size bytes
 * @param attachments whether it seems to have any
 * @param complete whether the whole message is stored here
 */
public record MessageRow(
        MessageId id,
        MailboxId mailbox,
        String remoteId,
        Set<Flag> flags,
        MailAddress from,
        String subject,
        Instant date,
        long size,
        boolean attachments,
        boolean complete) {

    public MessageRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(remoteId, "remoteId");
        flags = Set.copyOf(flags);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(date, "date");
    }

    /** Whether the user has not read it. */
    public boolean unread() {
        return !flags.contains(Flag.SEEN);
    }

    /** The same with other flags. */
    public MessageRow withFlags(Set<Flag> newFlags) {
        return new MessageRow(
                id, mailbox, remoteId, newFlags, from, subject, date, size, attachments, complete);
    }
}
