package org.postern.store.internal;

import org.postern.store.MailStore.Action;
import org.postern.store.MailStore.Intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the user did and the server does not know yet, laid over what the server has. */
final class Pending {

    /** Instead of flags: the user removed the message from this mailbox. */
    static final int HIDDEN = -1;

    private final Map<Long, Intent> byNumber = new TreeMap<>();
    private final Map<String, List<Intent>> byMessage = new HashMap<>();

    synchronized void add(Intent intent) {
        byNumber.put(intent.number(), intent);
        for (String remoteId : intent.remoteIds()) {
            byMessage.computeIfAbsent(remoteId, id -> new ArrayList<>()).add(intent);
        }
    }

    synchronized void remove(long number) {
        Intent gone = byNumber.remove(number);
        if (gone != null) {
            gone.remoteIds().forEach(id -> forget(id, gone));
        }
    }

    private void forget(String remoteId, Intent intent) {
        byMessage.computeIfPresent(
                remoteId,
                (id, intents) -> {
                    intents.remove(intent);
                    return intents.isEmpty() ? null : intents;
                });
    }

    synchronized void clear() {
        byNumber.clear();
        byMessage.clear();
    }

    synchronized Optional<Intent> find(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    synchronized List<Intent> all() {
        return List.copyOf(byNumber.values());
    }

    /**
     * How the user sees a message that has these flags on the server.
     *
     * @param without the number of an intent that does not count any more
     * @return its flags, or {@link #HIDDEN}
     */
    synchronized int shown(String remoteId, int flags, long without) {
        int shown = flags;
        for (Intent intent : byMessage.getOrDefault(remoteId, List.of())) {
            if (intent.number() != without) {
                shown = applied(intent.action(), shown);
            }
        }
        return shown;
    }

    /** Flags after an action. */
    static int applied(Action action, int flags) {
        return flags != HIDDEN && action instanceof Action.SetFlags set
                ? flags & ~FlagBits.of(set.remove()) | FlagBits.of(set.add())
                : HIDDEN;
    }
}
