package org.postern.store;

import org.postern.core.AccountId;

import java.util.Optional;
import java.util.Set;

/**
 * What one commit changed.
 *
 * @param account whose mail
 * @param mailbox which one; empty when the list of mailboxes itself changed
 * @param added messages that came
 * @param changed messages whose flags or completeness changed
 * @param removed messages that went
 */
public record StoreChange(
        AccountId account,
        Optional<MailboxId> mailbox,
        Set<MessageId> added,
        Set<MessageId> changed,
        Set<MessageId> removed) {

    public StoreChange {
        added = Set.copyOf(added);
        changed = Set.copyOf(changed);
        removed = Set.copyOf(removed);
    }
}
