package org.postern.ui.internal.folders;

import org.postern.store.StoredMailbox;

import java.util.List;

/** Makes a tree of a flat list of mailboxes, by their paths. */
public final class FolderTree {

    private static final String BETWEEN_LEVELS = "/";

    private final List<StoredMailbox> mailboxes;

    private FolderTree(List<StoredMailbox> mailboxes) {
        this.mailboxes = mailboxes;
    }

    /**
     * @param mailboxes of one account, in the order in which they are to be shown
     * @return those that have none above them, with the others below
     */
    public static List<FolderNode> of(List<StoredMailbox> mailboxes) {
        return new FolderTree(mailboxes).below(List.of());
    }

    private List<FolderNode> below(List<String> parent) {
        return mailboxes.stream()
                .filter(m -> m.path().size() > parent.size() && parentOf(m).equals(parent))
                .map(m -> node(m, parent.size()))
                .toList();
    }

    private FolderNode node(StoredMailbox mailbox, int levelsAbove) {
        List<String> shown = mailbox.path().subList(levelsAbove, mailbox.path().size());
        return new FolderNode(mailbox, String.join(BETWEEN_LEVELS, shown), below(mailbox.path()));
    }

    /** The path of the nearest mailbox above; a level may be missing in between. */
    private List<String> parentOf(StoredMailbox mailbox) {
        List<String> path = mailbox.path();
        for (int levels = path.size() - 1; levels > 0; levels--) {
            List<String> above = path.subList(0, levels);
            if (mailboxes.stream().anyMatch(m -> m.path().equals(above))) {
                return above;
            }
        }
        return List.of();
    }
}
