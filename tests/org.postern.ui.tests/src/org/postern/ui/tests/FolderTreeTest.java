package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.AccountId;
import org.postern.core.MailboxRole;
import org.postern.store.MailboxId;
import org.postern.store.StoredMailbox;
import org.postern.ui.internal.folders.FolderNode;
import org.postern.ui.internal.folders.FolderTree;

import java.util.List;

class FolderTreeTest {

    private static StoredMailbox mailbox(long id, int unread, String... path) {
        return new StoredMailbox(
                new MailboxId(id),
                new AccountId("a"),
                String.join("/", path),
                List.of(path),
                MailboxRole.NONE,
                true,
                true,
                unread,
                unread);
    }

    @Test
    void putsMailboxesUnderTheirParents() {
        List<FolderNode> roots =
                FolderTree.of(
                        List.of(
                                mailbox(1, 1, "Lists"),
                                mailbox(2, 2, "Lists", "Choir"),
                                mailbox(3, 4, "Trash")));
        assertEquals(List.of("Lists", "Trash"), roots.stream().map(FolderNode::label).toList());
        assertEquals("Choir", roots.getFirst().children().getFirst().label());
        assertEquals(3, roots.getFirst().unreadBelow());
    }

    @Test
    void namesTheLevelsThatAreNoMailboxes() {
        List<FolderNode> roots = FolderTree.of(List.of(mailbox(1, 0, "Archive", "2025", "May")));
        assertEquals("Archive/2025/May", roots.getFirst().label());
    }

    @Test
    void aNodeStaysTheSameWhenItsCountChanges() {
        FolderNode before = FolderTree.of(List.of(mailbox(1, 1, "Lists"))).getFirst();
        FolderNode after = FolderTree.of(List.of(mailbox(1, 7, "Lists"))).getFirst();
        assertEquals(before, after);
    }
}
