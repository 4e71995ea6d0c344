package org.postern.sync.tests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Walks through all choices that matter. A run asks for a choice when it comes to it; a kind that
 * it never asked for cannot have mattered, and the run stands for all choices of that kind.
 */
final class Choices {

    private final Map<Class<? extends Enum<?>>, Integer> taken = new LinkedHashMap<>();
    private final Set<Class<? extends Enum<?>>> given;

    /**
     * @param given choices that stay as they are
     */
    Choices(Enum<?>... given) {
        for (Enum<?> each : given) {
            taken.put(each.getDeclaringClass(), each.ordinal());
        }
        this.given = Set.copyOf(taken.keySet());
    }

    /** This run's choice of that kind; the first one when no run before came so far. */
    synchronized <E extends Enum<E>> E pick(Class<E> kind) {
        taken.putIfAbsent(kind, 0);
        return kind.getEnumConstants()[taken.get(kind)];
    }

    /** Turns to the next run; false when there is none. */
    synchronized boolean next() {
        while (taken.size() > given.size()) {
            Class<? extends Enum<?>> last = last();
            if (taken.get(last) + 1 < last.getEnumConstants().length) {
                taken.merge(last, 1, Integer::sum);
                return true;
            }
            taken.remove(last);
        }
        return false;
    }

    private Class<? extends Enum<?>> last() {
        return taken.keySet().stream().reduce((one, other) -> other).orElseThrow();
    }

    /** Whether this run stands for that letter. */
    synchronized boolean standsFor(Letter letter) {
        Set<Class<? extends Enum<?>>> kinds = taken.keySet();
        return kinds.stream().allMatch(k -> letter.choice(k).ordinal() == taken.get(k));
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        taken.forEach((kind, at) -> text.append(' ').append(kind.getEnumConstants()[at]));
        return text.toString().strip();
    }
}
