package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.StoreChange;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What an event changed: what can be seen of it, and whose bodies can go. */
public final class Delta {

    private final Set<MessageId> added = new HashSet<>();
    private final Set<MessageId> changed = new HashSet<>();
    private final Set<MessageId> removed = new HashSet<>();
    private final Set<MessageId> gone = new HashSet<>();

    void added(MessageId id) {
        added.add(id);
    }

    void changed(MessageId id) {
        if (!added.contains(id)) {
            changed.add(id);
        }
    }

    void removed(MessageId id) {
        if (!added.remove(id)) {
            removed.add(id);
        }
        changed.remove(id);
    }

    void gone(MessageId id) {
        gone.add(id);
    }

    /** Messages that are not in the store any more, seen or not. */
    Set<MessageId> gone() {
        return gone;
    }

    boolean visible() {
        return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
    }

    StoreChange of(AccountId account, MailboxId mailbox) {
        return new StoreChange(account, Optional.of(mailbox), added, changed, removed);
    }
}
