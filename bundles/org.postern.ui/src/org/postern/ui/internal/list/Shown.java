package org.postern.ui.internal.list;

import org.postern.core.AccountId;
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
}
