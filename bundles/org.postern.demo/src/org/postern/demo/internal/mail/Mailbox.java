package org.postern.demo.internal.mail;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * One mailbox in memory. Every call must be made inside {@link MailAccount#locked}; every change
 * raises the mailbox's modification sequence by one.
 */
public final class Mailbox {
    private final long uidValidity;
    private final Optional<String> use;
    private final NavigableMap<Long, Message> messages = new TreeMap<>();
    private final SortedMap<Long, Long> vanished = new TreeMap<>();
    private long uidNext = 1;
    private long modSeq = 1;
    private boolean selectable = true;

    Mailbox(long uidValidity, Optional<String> use) {
        this.uidValidity = uidValidity;
        this.use = use;
    }

    /** The special use of RFC 6154, such as {@code \Sent}. */
    public Optional<String> use() {
        return use;
    }

    public long uidValidity() {
        return uidValidity;
    }

    public long uidNext() {
        return uidNext;
    }

    public long modSeq() {
        return modSeq;
    }

    public boolean selectable() {
        return selectable;
    }

    /** Leaves only the name, for the sake of the mailboxes below it. */
    void keepNameOnly() {
        clear();
        selectable = false;
    }

    void makeSelectable() {
        selectable = true;
    }

    /** All messages, the oldest UID first. */
    public Collection<Message> messages() {
        return Collections.unmodifiableCollection(messages.values());
    }

    public Optional<Message> find(long uid) {
        return Optional.ofNullable(messages.get(uid));
    }

    public Message append(Content content, Flags flags) {
        Message message = new Message(uidNext++, content, flags, ++modSeq);
        messages.put(message.uid(), message);
        return message;
    }

    /** Sets the flags; when they are the same already, nothing changes. */
    public Message setFlags(Message message, Flags flags) {
        if (message.flags().equals(flags)) {
            return message;
        }
        Message changed = new Message(message.uid(), message.content(), flags, ++modSeq);
        messages.put(changed.uid(), changed);
        return changed;
    }

    /** Removes a message for good. */
    public void expunge(long uid) {
        if (messages.remove(uid) != null) {
            vanished.put(uid, ++modSeq);
        }
    }

    void clear() {
        LongStream.of(messages.keySet().stream().mapToLong(Long::longValue).toArray())
                .forEach(this::expunge);
    }

    /** The UIDs of messages expunged after that modification sequence, in order. */
    public LongStream vanishedSince(long since) {
        return vanished.entrySet().stream()
                .filter(entry -> entry.getValue() > since)
                .mapToLong(SortedMap.Entry::getKey);
    }

    public long count(String flag) {
        return messages.values().stream().filter(message -> message.flags().has(flag)).count();
    }
}
