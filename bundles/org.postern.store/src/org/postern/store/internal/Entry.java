package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.time.Instant;
import java.util.Set;

/**
 * A message of the local copy as the server has it.
 *
 * @param row with the server's flags
 * @param headers the raw header block until the body is here, then empty
 * @param storedAt when the body came; the epoch while it is not here
 * @param onServer whether the server still has it, as far as is known
 */
public record Entry(MessageRow row, byte[] headers, Instant storedAt, boolean onServer) {

    private static final byte[] NONE = new byte[0];

    /** The same with the flags that the server has now. */
    Entry withFlags(Set<Flag> flags) {
        return new Entry(row.withFlags(flags), headers, storedAt, true);
    }

    /** The same with its body. */
    Entry completed(long size, Instant now) {
        return new Entry(sized(size, true), NONE, now, onServer);
    }

    /** The same without its body. */
    Entry incomplete() {
        return new Entry(sized(row.size(), false), headers, Instant.EPOCH, onServer);
    }

    /** The same, here alone. */
    Entry detached() {
        return new Entry(row, headers, storedAt, false);
    }

    /** The same under another number. */
    Entry withId(MessageId id) {
        return new Entry(row(id, row.size(), row.complete()), headers, storedAt, onServer);
    }

    private MessageRow sized(long size, boolean complete) {
        return row(row.id(), size, complete);
    }

    private MessageRow row(MessageId id, long size, boolean complete) {
        return new MessageRow(
                id,
                row.mailbox(),
                row.remoteId(),
                row.flags(),
                row.from(),
                row.subject(),
                row.date(),
                size,
                row.attachments(),
                complete);
    }
}
