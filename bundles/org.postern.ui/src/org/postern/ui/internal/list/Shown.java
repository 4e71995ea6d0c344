package org.postern.ui.internal.list;

import org.postern.core.AccountId;
import org.postern.search.MailSearch;
import org.postern.search.View;
import org.postern.store.MailboxId;

/** What the list of messages is about. */
public sealed interface Shown {

    /** Nothing was chosen. */
    record Nothing() implements Shown {}

    /** An account, of which no folder was chosen. */
    record Whole(AccountId account) implements Shown {}

    /** A mailbox. */
    record Folder(MailboxId mailbox) implements Shown {}

    /** Messages of all accounts. */
    record Everywhere(View view) implements Shown {}

    /**
     * What was searched for.
     *
     * @param text the query as it was written
     * @param typing whether the user is still at it
     * @param order which of the hits are first
     * @param name what the user called it; empty when it was not saved
     */
    record Found(String text, boolean typing, MailSearch.Order order, String name)
            implements Shown {

        /** The same in another order. */
        public Found ordered(MailSearch.Order other) {
            return new Found(text, typing, other, name);
        }
    }
}
