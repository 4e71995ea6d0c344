package org.postern.store.internal;

import org.postern.core.MailboxRole;
import org.postern.store.StoredMailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which people expect mailboxes: parents before children, by role and then name. */
final class MailboxTree implements Comparator<StoredMailbox> {

    private final Map<List<String>, MailboxRole> roles = new HashMap<>();

    private MailboxTree(Collection<StoredMailbox> mailboxes) {
        mailboxes.forEach(mailbox -> roles.put(mailbox.path(), mailbox.role()));
    }

    static List<StoredMailbox> ordered(Collection<StoredMailbox> mailboxes) {
        List<StoredMailbox> ordered = new ArrayList<>(mailboxes);
        ordered.sort(new MailboxTree(mailboxes));
        return List.copyOf(ordered);
    }

    @Override
    public int compare(StoredMailbox a, StoredMailbox b) {
        int common = Math.min(a.path().size(), b.path().size());
        for (int depth = 0; depth < common; depth++) {
            int order = siblings(a.path().subList(0, depth + 1), b.path().subList(0, depth + 1));
            if (order != 0) {
                return order;
            }
        }
        int depth = Integer.compare(a.path().size(), b.path().size());
        return depth != 0 ? depth : a.remoteId().compareTo(b.remoteId());
    }

    private int siblings(List<String> a, List<String> b) {
        if (a.equals(b)) {
            return 0;
        }
        int role = role(a).compareTo(role(b));
        int name = a.getLast().compareToIgnoreCase(b.getLast());
        return role != 0 ? role : name != 0 ? name : a.getLast().compareTo(b.getLast());
    }

    private MailboxRole role(List<String> path) {
        return roles.getOrDefault(path, MailboxRole.NONE);
    }
}
