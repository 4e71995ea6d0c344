package org.postern.ui.internal.folders;

import org.postern.store.StoredMailbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mailbox in the tree. Two nodes of the same mailbox are equal, whatever it holds.
 *
 * @param mailbox as it is now
 * @param label its name, with those levels above it that are no mailboxes
 * @param children mailboxes below it
 */
public record FolderNode(StoredMailbox mailbox, String label, List<FolderNode> children) {

    public FolderNode {
        children = List.copyOf(children);
    }

    /** The node itself and all nodes below it. */
    public Stream<FolderNode> withAllBelow() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FolderNode::withAllBelow));
    }

    /** Unread messages in it and below. */
    public int unreadBelow() {
        return withAllBelow().mapToInt(node -> node.mailbox.unread()).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FolderNode node && node.mailbox.id().equals(mailbox.id());
    }

    @Override
    public int hashCode() {
        return mailbox.id().hashCode();
    }
}
