package org.postern.store;

import org.postern.core.AccountId;
import org.postern.core.MailboxRole;

import java.util.List;
import java.util.Objects;

/**
 * A mailbox of the local copy.
 *
 * @param id in this store
 * @param account whose
 * @param remoteId what its transport knows it by
 * @param path names from the root, for people
 * @param role what it is for
 * @param subscribed as on the server
 * @param selectable whether it can hold messages
 * @param total messages in it
 * @param unread messages without {@link org.postern.core.Flag#SEEN}
 */
public record StoredMailbox(
        MailboxId id,
        AccountId account,
        String remoteId,
        List<String> path,
        MailboxRole role,
        boolean subscribed,
        boolean selectable,
        int total,
        int unread) {

    public StoredMailbox {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(remoteId, "remoteId");
        path = List.copyOf(path);
        Objects.requireNonNull(role, "role");
    }

    /** The last part of the path. */
    public String name() {
        return path.getLast();
    }
}
