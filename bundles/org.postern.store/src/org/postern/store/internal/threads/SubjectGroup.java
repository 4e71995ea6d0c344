package org.postern.store.internal.threads;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Messages with the same subject that refer to nothing. An answer among them belongs to the last
 * message before it that begins something; when there is none, to the first answer.
 */
final class SubjectGroup {

    private final TreeSet<Node> members = new TreeSet<>();
    private Optional<Map<Node, Node>> targets = Optional.empty();

    void add(Node node) {
        members.add(node);
        targets = Optional.empty();
    }

    void remove(Node node) {
        members.remove(node);
        targets = Optional.empty();
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Map<Node, Node> targets() {
        if (targets.isEmpty()) {
            targets = Optional.of(members.size() == 1 ? Map.of() : found());
        }
        return targets.get();
    }

    private Map<Node, Node> found() {
        Map<Node, Node> found = new HashMap<>();
        Node beginning = members.getFirst();
        for (Node node : members) {
            if (!Subjects.isAnswer(node.subject())) {
                beginning = node;
            } else if (!node.equals(beginning)) {
                found.put(node, beginning);
            }
        }
        return found;
    }
}
