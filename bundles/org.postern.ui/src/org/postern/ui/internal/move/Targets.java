package org.postern.ui.internal.move;

import org.postern.core.MailboxRole;
import org.postern.store.MailboxId;
import org.postern.store.StoredMailbox;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where messages of an account can go.
 *
 * @param all those that the user chose lately first, the others in the order of the tree
 */
public record Targets(List<Target> all) {

    public Targets {
        all = List.copyOf(all);
    }

    /**
     * @param mailboxes of one account, in the order of the tree
     * @param origins where the messages lie; a single one is no target
     * @param recent the remote ids of those that were chosen lately, the last one first
     */
    public static Targets of(
            List<StoredMailbox> mailboxes, Set<MailboxId> origins, List<String> recent) {
        List<StoredMailbox> possible =
                mailboxes.stream().filter(m -> possible(m, origins)).toList();
        Stream<Target> lately =
                recent.stream()
                        .flatMap(id -> possible.stream().filter(m -> m.remoteId().equals(id)))
                        .map(m -> new Target(m, true));
        Stream<Target> others =
                possible.stream()
                        .filter(m -> !recent.contains(m.remoteId()))
                        .map(m -> new Target(m, false));
        return new Targets(Stream.concat(lately, others).toList());
    }

    /** What a server makes up out of stars holds what is starred, not what is put there. */
    private static boolean possible(StoredMailbox mailbox, Set<MailboxId> origins) {
        return mailbox.selectable()
                && mailbox.role() != MailboxRole.FLAGGED
                && !origins.equals(Set.of(mailbox.id()));
    }

    /** Those whose names have all these words. */
    public List<Target> with(String words) {
        return all.stream().filter(target -> target.has(words)).toList();
    }
}
