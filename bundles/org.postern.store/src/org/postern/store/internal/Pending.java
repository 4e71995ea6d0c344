package org.postern.store.internal;

import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the user did and the server does not know yet, laid over what the server has. */
final class Pending {

    /** Instead of flags: the user removed the message from this mailbox. */
    static final int HIDDEN = -1;

    private final Map<Long, Intent> byNumber = new TreeMap<>();
    private final Map<String, List<Intent>> byMessage = new HashMap<>();

    synchronized void add(Intent intent) {
        byNumber.put(intent.number(), intent);
        for (String remoteId : intent.remoteIds()) {
            List<Intent> others = byMessage.computeIfAbsent(remoteId, id -> new ArrayList<>());
            others.add(intent);
            others.sort(Comparator.comparingLong(Intent::number));
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

    /** The server may have done it from now on. */
    synchronized void sending(long number) {
        find(number).ifPresent(intent -> become(intent, intent.begun()));
    }

    /** An intent is about one message less; without any it is none. */
    synchronized void strip(long number, String remoteId) {
        find(number).ifPresent(intent -> strip(intent, remoteId));
    }

    private void strip(Intent intent, String remoteId) {
        List<String> rest = intent.remoteIds().stream().filter(id -> !id.equals(remoteId)).toList();
        remove(intent.number());
        if (!rest.isEmpty()) {
            add(intent.with(rest));
        }
    }

    /** A message is known by another name. */
    synchronized void rename(String before, String after) {
        UnaryOperator<String> renamed = id -> id.equals(before) ? after : id;
        for (Intent intent : of(before)) {
            become(intent, intent.with(intent.remoteIds().stream().map(renamed).toList()));
        }
    }

    /** A mailbox that messages are to be moved or copied to is known by another name. */
    synchronized void retarget(String before, String after) {
        for (Intent intent : all()) {
            if (intent.action() instanceof Action.Move(String target) && target.equals(before)) {
                become(intent, intent.doing(new Action.Move(after)));
            }
            if (intent.action() instanceof Action.Copy(String target) && target.equals(before)) {
                become(intent, intent.doing(new Action.Copy(after)));
            }
        }
    }

    private void become(Intent before, Intent after) {
        remove(before.number());
        add(after);
    }

    /** The intents about a message, oldest first. */
    synchronized List<Intent> of(String remoteId) {
        return List.copyOf(byMessage.getOrDefault(remoteId, List.of()));
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
        if (flags == HIDDEN) {
            return HIDDEN;
        }
        return switch (action) {
            case Action.SetFlags set -> flags & ~FlagBits.of(set.remove()) | FlagBits.of(set.add());
            case Action.Delete delete -> HIDDEN;
            case Action.Move move -> HIDDEN;
            case Action.Copy copy -> flags;
            case Action.Append append -> flags;
        };
    }
}
