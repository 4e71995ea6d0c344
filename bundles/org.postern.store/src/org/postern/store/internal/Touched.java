package org.postern.store.internal;

import java.util.HashSet;
import java.util.Set;

/** The messages of a mailbox that a transaction did something to, hidden ones included. */
final class Touched {

    private final Set<Long> messages = new HashSet<>();
    private final Set<Long> flags = new HashSet<>();

    /** A message came, went, or has another body. */
    void message(Stored stored) {
        messages.add(stored.id());
        flags.remove(stored.id());
    }

    void became(Stored before, Stored after) {
        if (before.hidden() != after.hidden() || before.body() != after.body()) {
            message(after);
        } else if (before.shown() != after.shown() && !messages.contains(after.id())) {
            flags.add(after.id());
        }
    }

    boolean isEmpty() {
        return messages.isEmpty() && flags.isEmpty();
    }

    Set<Long> messages() {
        return messages;
    }

    Set<Long> flags() {
        return flags;
    }
}
