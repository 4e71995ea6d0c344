package org.postern.transport;

import org.postern.core.MailboxRole;

import java.util.List;
import java.util.Objects;

/**
 * A mailbox as the server has it.
 *
 * @param id what the transport knows it by; opaque to everybody else, stable while it is not
 *     renamed
 * @param path its names from the root, decoded, for people; never empty
 * @param role what it is for
 * @param subscribed whether the user subscribed to it; true where the server has no such notion
 * @param selectable whether it can hold messages; a mere level of the hierarchy cannot
 */
public record RemoteMailbox(
        String id, List<String> path, MailboxRole role, boolean subscribed, boolean selectable) {

    public RemoteMailbox {
        Objects.requireNonNull(id, "id");
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a mailbox without a name");
        }
        Objects.requireNonNull(role, "role");
    }

    /** The last part of the path. */
    public String name() {
        return path.getLast();
    }
}
