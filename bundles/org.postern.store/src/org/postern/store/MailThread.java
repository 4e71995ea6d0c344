package org.postern.store;

import java.util.List;

/**
 * Messages of a mailbox that belong together.
 *
 * @param entries in the order of a tree, an answer behind what it answers to; siblings by date
 * @param newest when the newest of them was written, milliseconds
 * @param last the newest of them
 */
public record MailThread(List<Entry> entries, long newest, MessageId last) {

    public MailThread {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a thread without messages");
        }
    }

    /**
     * A message in a thread.
     *
     * @param depth 0 for one that answers to none that is here
     */
    public record Entry(MessageId message, int depth) {}

    /** The number of the message that begins it. */
    public long first() {
        return entries.getFirst().message().value();
    }
}
