package org.postern.pop3.internal;

import org.postern.core.Failure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the server says that it can (CAPA, RFC 2449). Asked inside the protected stream only. */
record Abilities(boolean known, Map<String, List<String>> words) {

    private static final int MOST = 1_000;

    static Abilities ask(PopWire wire) throws WireException {
        if (!wire.ask("CAPA").ok()) {
            return new Abilities(false, Map.of());
        }
        Map<String, List<String>> words = new HashMap<>();
        for (Optional<String> line = wire.listLine(); line.isPresent(); line = wire.listLine()) {
            if (words.size() == MOST) {
                throw new WireException(
                        new Failure.LimitExceeded(wire.peer(), MOST + " capabilities"));
            }
            List<String> parts = List.of(line.get().strip().toUpperCase(Locale.ROOT).split(" +"));
            words.put(parts.getFirst(), parts.subList(1, parts.size()));
        }
        return new Abilities(true, Map.copyOf(words));
    }

    /** As the server told them, sorted. */
    List<String> lines() {
        return words.entrySet().stream()
                .map(word -> (word.getKey() + " " + String.join(" ", word.getValue())).strip())
                .sorted()
                .toList();
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    /** What AUTH knows (RFC 5034 §3). */
    List<String> mechanisms() {
        return words.getOrDefault("SASL", List.of());
    }

    /** Whether a command is worth a try: the server lists it, or it does not know CAPA at all. */
    boolean mayHave(String word) {
        return !known || has(word);
    }
}
