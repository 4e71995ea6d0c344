package org.postern.store;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which messages a list shows, and in which order. Where the order leaves two equal, the newer one
 * is first.
 *
 * @param mailboxes where they lie
 * @param only which of those
 * @param words what their author or subject must contain, whatever its case; empty for all
 * @param order what they are sorted by
 * @param reversed dates and sizes: the oldest and smallest first; texts: from the end of the
 *     alphabet
 * @param kept messages that stay although {@code only} would leave them out, because the user is
 *     looking at them
 */
public record ListQuery(
        List<MailboxId> mailboxes,
        Only only,
        String words,
        Order order,
        boolean reversed,
        Set<MessageId> kept) {

    /** A choice by flags. */
    public enum Only {
        ALL,
        UNREAD,
        FLAGGED
    }

    /** What a list is sorted by. */
    public enum Order {
        /** The newest first. */
        DATE,
        /** By the author's name, or address when there is none. */
        AUTHOR,
        /** By the subject without the marks of answers before it. */
        SUBJECT,
        /** The largest first. */
        SIZE
    }

    public ListQuery {
        mailboxes = List.copyOf(mailboxes);
        Objects.requireNonNull(only, "only");
        words = words.strip();
        Objects.requireNonNull(order, "order");
        kept = Set.copyOf(kept);
    }

    /** All messages of these mailboxes, newest first. */
    public static ListQuery newest(List<MailboxId> mailboxes) {
        return new ListQuery(mailboxes, Only.ALL, "", Order.DATE, false, Set.of());
    }

    /** The same with another choice by flags. */
    public ListQuery only(Only other) {
        return new ListQuery(mailboxes, other, words, order, reversed, kept);
    }

    /** The same with other words. */
    public ListQuery words(String others) {
        return new ListQuery(mailboxes, only, others, order, reversed, kept);
    }

    /** The same in another order. */
    public ListQuery sorted(Order by, boolean fromTheOtherEnd) {
        return new ListQuery(mailboxes, only, words, by, fromTheOtherEnd, kept);
    }

    /** The same with other messages that stay. */
    public ListQuery keeping(Set<MessageId> others) {
        return new ListQuery(mailboxes, only, words, order, reversed, others);
    }
}
