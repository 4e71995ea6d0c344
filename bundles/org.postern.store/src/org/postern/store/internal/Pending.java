package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.store.MailStore.Action;
import org.postern.store.MailStore.Intent;
import org.postern.store.MessageRow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the user did and the server does not know yet, laid over what the server has. */
final class Pending {

    private final Map<Long, Intent> byNumber = new TreeMap<>();
    private final Map<String, List<Intent>> byMessage = new HashMap<>();

    void add(Intent intent) {
        byNumber.put(intent.number(), intent);
        for (String remoteId : intent.remoteIds()) {
            byMessage.computeIfAbsent(remoteId, id -> new ArrayList<>()).add(intent);
        }
    }

    Optional<Intent> remove(long number) {
        Optional<Intent> intent = Optional.ofNullable(byNumber.remove(number));
        intent.ifPresent(gone -> gone.remoteIds().forEach(id -> forget(id, gone)));
        return intent;
    }

    private void forget(String remoteId, Intent intent) {
        byMessage.computeIfPresent(
                remoteId,
                (id, intents) -> {
                    intents.remove(intent);
                    return intents.isEmpty() ? null : intents;
                });
    }

    void clear() {
        byNumber.clear();
        byMessage.clear();
    }

    List<Intent> all() {
        return List.copyOf(byNumber.values());
    }

    /** How the user sees a message; empty when the user removed it from this mailbox. */
    Optional<MessageRow> seen(MessageRow row) {
        Set<Flag> flags = row.flags();
        for (Intent intent : byMessage.getOrDefault(row.remoteId(), List.of())) {
            if (!(intent.action() instanceof Action.SetFlags set)) {
                return Optional.empty();
            }
            flags = applied(set, flags);
        }
        return Optional.of(flags.equals(row.flags()) ? row : row.withFlags(flags));
    }

    static Set<Flag> applied(Action.SetFlags set, Set<Flag> flags) {
        Set<Flag> after = EnumSet.noneOf(Flag.class);
        after.addAll(flags);
        after.removeAll(set.remove());
        after.addAll(set.add());
        return after;
    }
}
