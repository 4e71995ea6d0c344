package org.postern.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The named pauses of a script. */
final class Gates {
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    Gate gate(String name) {
        return gates.computeIfAbsent(name, key -> new Gate());
    }

    void openAll() {
        gates.values().forEach(Gate::open);
    }
}
