package org.postern.sync.internal;

import org.postern.store.MailboxId;
import org.postern.store.UserIntents;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Intents that ask for the same and go as one command. For each message the user's order is kept;
 * one that has no name yet waits, and so does all that was done later to the same messages.
 */
final class IntentGroup {

    private final List<Intent> intents = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private final MailboxId mailbox;
    private final Action action;
    private final boolean sent;

    private IntentGroup(Intent first) {
        this.mailbox = first.mailbox();
        this.action = first.action();
        this.sent = first.sent();
    }

    List<Intent> intents() {
        return intents;
    }

    /**
     * @param all oldest first
     * @param may whether an intent may be sent at all
     */
    static List<IntentGroup> of(List<Intent> all, Predicate<Intent> may) {
        List<IntentGroup> groups = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (Intent intent : all) {
            Set<String> names = names(intent);
            boolean ready = may.test(intent) && isNamed(intent);
            if (ready && names.stream().noneMatch(waiting::contains)) {
                place(groups, intent).add(intent, names);
            } else {
                waiting.addAll(names);
            }
        }
        return groups;
    }

    private static boolean isNamed(Intent intent) {
        return intent.action() instanceof Action.Append
                || intent.remoteIds().stream().noneMatch(UserIntents::isProvisional);
    }

    private static Set<String> names(Intent intent) {
        Set<String> names = new HashSet<>();
        intent.remoteIds().forEach(id -> names.add(intent.mailbox().value() + " " + id));
        return names;
    }

    /** Not before something else that was done to one of its messages. */
    private static IntentGroup place(List<IntentGroup> groups, Intent intent) {
        Set<String> names = names(intent);
        for (IntentGroup group : groups.reversed()) {
            if (group.isLike(intent)) {
                return group;
            }
            if (group.touched.stream().anyMatch(names::contains)) {
                break;
            }
        }
        groups.add(new IntentGroup(intent));
        return groups.getLast();
    }

    private boolean isLike(Intent intent) {
        return !(action instanceof Action.Append)
                && intent.mailbox().equals(mailbox)
                && intent.action().equals(action)
                && intent.sent() == sent;
    }

    private void add(Intent intent, Set<String> names) {
        intents.add(intent);
        touched.addAll(names);
    }
}
