package org.postern.store.exchange;

import java.util.List;

/**
 * A mailbox that lies outside of the store.
 *
 * @param path names from the root
 */
public record FoundMailbox(List<String> path, List<FoundMessage> messages) {

    public FoundMailbox {
        path = List.copyOf(path);
        messages = List.copyOf(messages);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a mailbox without a name");
        }
    }
}
