package org.postern.ui.internal.list;

import org.postern.store.ListQuery;
import org.postern.store.ListQuery.Only;
import org.postern.store.ListQuery.Order;
import org.postern.store.MailboxId;

import java.util.List;

/**
 * How the user wants to see a list.
 *
 * @param words what author or subject must have; empty for all
 * @param unreadOnly whether messages that were read are left out
 * @param order what it is sorted by
 * @param reversed whether from the other end
 * @param threads whether conversations are put together
 */
record ListWish(String words, boolean unreadOnly, Order order, boolean reversed, boolean threads) {

    ListWish filtered(String otherWords, boolean onlyUnread) {
        return new ListWish(otherWords, onlyUnread, order, reversed, threads);
    }

    ListWish sorted(Order by, boolean fromTheOtherEnd) {
        return new ListWish(words, unreadOnly, by, fromTheOtherEnd, threads);
    }

    ListWish inThreads(boolean together) {
        return new ListWish(words, unreadOnly, order, reversed, together);
    }

    /** Whether some messages are left out. */
    boolean filters() {
        return unreadOnly || !words.isBlank();
    }

    /** Whether the store's usual list is wanted. */
    boolean plain() {
        return !filters() && order == Order.DATE && !reversed;
    }

    /** The question to the store. */
    ListQuery of(List<MailboxId> mailboxes, Only only) {
        return ListQuery.newest(mailboxes)
                .only(unreadOnly ? Only.UNREAD : only)
                .words(words)
                .sorted(order, reversed);
    }
}
