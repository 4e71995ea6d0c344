package org.postern.pop3.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the server says that it can (CAPA, RFC 2449). Asked inside the protected stream only. */
record Abilities(boolean known, Map<String, List<String>> words) {

    private static final int MOST = 1_000;
    private static final int LONGEST = 64 * 1024;

    static Abilities ask(PopWire wire) throws WireException {
        if (!wire.ask("CAPA").ok()) {
            return new Abilities(false, Map.of());
        }
        Map<String, List<String>> words = new HashMap<>();
        int length = 0;
        for (Optional<String> line = wire.listLine(); line.isPresent(); line = wire.listLine()) {
            length += line.get().length();
            if (words.size() == MOST || length > LONGEST) {
                throw wire.exceeded(MOST + " capabilities, or " + LONGEST + " bytes of them");
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
