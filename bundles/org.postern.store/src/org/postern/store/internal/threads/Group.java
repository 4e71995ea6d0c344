package org.postern.store.internal.threads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Messages that hang together by what they refer to, whether that is here or not. */
final class Group {

    private final Set<Long> keys = new HashSet<>();
    private final List<Node> members = new ArrayList<>();
    private Optional<Map<Node, Node>> parents = Optional.empty();

    Set<Long> keys() {
        return keys;
    }

    List<Node> members() {
        return members;
    }

    void add(Node node) {
        members.add(node);
        parents = Optional.empty();
    }

    /** Takes another group in. */
    void merge(Group other) {
        keys.addAll(other.keys);
        members.addAll(other.members);
        parents = Optional.empty();
    }

    int size() {
        return keys.size() + members.size();
    }

    /** Which message each one answers to; those that are not named answer to none that is here. */
    Map<Node, Node> parents() {
        if (parents.isEmpty()) {
            parents = Optional.of(members.size() == 1 ? Map.of() : found());
        }
        return parents.get();
    }

    /** From the oldest on, so that the result depends on the messages and not on their arrival. */
    private Map<Node, Node> found() {
        members.sort(null);
        Map<Long, Node> first = new HashMap<>();
        members.forEach(node -> first.putIfAbsent(node.key(), node));
        Map<Node, Node> found = new HashMap<>();
        for (Node node : members) {
            parent(node, first, found).ifPresent(parent -> found.put(node, parent));
        }
        return found;
    }

    /** The nearest of what it refers to that is here and is not itself below it. */
    private static Optional<Node> parent(Node node, Map<Long, Node> first, Map<Node, Node> found) {
        List<Long> references = node.ids().references();
        for (int i = references.size() - 1; i >= 0; i--) {
            Node candidate = first.get(references.get(i));
            if (candidate != null && !isBelow(candidate, node, found)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isBelow(Node node, Node above, Map<Node, Node> found) {
        for (Node at = node; at != null; at = found.get(at)) {
            if (at.equals(above)) {
                return true;
            }
        }
        return false;
    }
}
