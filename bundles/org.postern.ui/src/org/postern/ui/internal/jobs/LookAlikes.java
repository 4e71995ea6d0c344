package org.postern.ui.internal.jobs;

import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds messages again that were moved and have got other ids by that. */
public final class LookAlikes {

    private LookAlikes() {}

    /**
     * The message that looks like it, for each one that has such.
     *
     * @param wanted as they were before
     * @param there what lies in the other mailbox
     */
    public static Set<MessageId> find(List<MessageRow> wanted, List<MessageRow> there) {
        Set<MessageId> found = new HashSet<>();
        for (MessageRow one : wanted) {
            best(one, there.stream().filter(row -> !found.contains(row.id())).toList())
                    .ifPresent(row -> found.add(row.id()));
        }
        return found;
    }

    /**
     * Servers may be wrong about a size, so it only decides among several; and then, who is new.
     */
    private static Optional<MessageRow> best(MessageRow wanted, List<MessageRow> there) {
        return there.stream()
                .filter(row -> same(wanted, row))
                .max(
                        Comparator.comparing((MessageRow row) -> row.size() == wanted.size())
                                .thenComparing(row -> row.id().value()));
    }

    private static boolean same(MessageRow one, MessageRow other) {
        return one.date().equals(other.date())
                && one.subject().equals(other.subject())
                && one.from().equals(other.from());
    }
}
