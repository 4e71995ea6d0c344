package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.StoreChange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a transaction changed in what can be seen of a mailbox. */
final class Delta {

    private final Map<MessageId, Place> added = new HashMap<>();
    private final Set<MessageId> changed = new HashSet<>();
    private final Map<MessageId, Place> removed = new HashMap<>();
    private int total;
    private int unread;

    /** A message was not there before. */
    void came(Stored after) {
        if (!after.hidden()) {
            added.put(new MessageId(after.id()), place(after));
            total++;
            unread += after.unread() ? 1 : 0;
        }
    }

    /** A message is not there any more. */
    void went(Stored before) {
        if (!before.hidden()) {
            MessageId id = new MessageId(before.id());
            if (added.remove(id) == null) {
                removed.put(id, place(before));
            }
            changed.remove(id);
            total--;
            unread -= before.unread() ? 1 : 0;
        }
    }

    /** A message is another than before. */
    void became(Stored before, Stored after) {
        if (before.hidden() || after.hidden()) {
            went(before);
            came(after);
        } else if (!before.looksLike(after)) {
            MessageId id = new MessageId(after.id());
            if (!added.containsKey(id)) {
                changed.add(id);
            }
            unread += (after.unread() ? 1 : 0) - (before.unread() ? 1 : 0);
        }
    }

    private static Place place(Stored stored) {
        return new Place(stored.date(), stored.id());
    }

    int total() {
        return total;
    }

    int unread() {
        return unread;
    }

    Map<MessageId, Place> added() {
        return added;
    }

    Set<MessageId> changed() {
        return changed;
    }

    Map<MessageId, Place> removed() {
        return removed;
    }

    boolean visible() {
        return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
    }

    StoreChange of(AccountId account, MailboxId mailbox) {
        return new StoreChange(
                account, Optional.of(mailbox), added.keySet(), changed, removed.keySet());
    }
}
