package org.postern.store.internal.threads;

import org.postern.store.MailThread;
import org.postern.store.MessageId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts threads together out of who answers to whom. */
final class Assembly {

    private final Map<Node, Node> parents;
    private final Map<Node, List<Node>> children = new HashMap<>();
    private final Map<Node, List<Node>> beginnings = new HashMap<>();
    private final Map<Node, Node> oldest = new HashMap<>();

    /** A message on its way into a thread. */
    private record Step(Node node, int depth) {}

    Assembly(Map<Node, Node> parents, Collection<List<Node>> groups) {
        this.parents = parents;
        parents.forEach(
                (node, parent) ->
                        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(node));
        groups.forEach(this::note);
        oldest.keySet().forEach(this::begin);
    }

    /** Remembers of each beginning which is the oldest message of its group. */
    private void note(List<Node> group) {
        Node first = Collections.min(group);
        for (Node node : group) {
            if (!parents.containsKey(node)) {
                oldest.put(node, first);
            }
        }
    }

    /** All beginnings of a group go where the oldest message of it goes. */
    private void begin(Node beginning) {
        Node home = beginning;
        Node up = top(oldest.get(home));
        while (!up.equals(home)) {
            home = up;
            up = top(oldest.get(home));
        }
        beginnings.computeIfAbsent(home, h -> new ArrayList<>()).add(beginning);
    }

    private Node top(Node node) {
        Node top = node;
        for (Node up = parents.get(top); up != null; up = parents.get(top)) {
            top = up;
        }
        return top;
    }

    List<MailThread> threads() {
        List<MailThread> threads = new ArrayList<>();
        beginnings.values().forEach(roots -> threads.add(thread(roots)));
        threads.sort(
                Comparator.comparing(MailThread::newest).thenComparing(t -> t.first()).reversed());
        return threads;
    }

    private MailThread thread(List<Node> roots) {
        List<MailThread.Entry> entries = new ArrayList<>();
        Node newest = roots.getFirst();
        Deque<Step> next = new ArrayDeque<>();
        push(roots, 0, next);
        while (!next.isEmpty()) {
            Step step = next.pop();
            Node node = step.node();
            entries.add(new MailThread.Entry(new MessageId(node.id()), step.depth()));
            newest = newest.compareTo(node) < 0 ? node : newest;
            push(children.getOrDefault(node, List.of()), step.depth() + 1, next);
        }
        return new MailThread(entries, newest.date(), new MessageId(newest.id()));
    }

    /** The oldest is to come out first. */
    private static void push(List<Node> nodes, int depth, Deque<Step> next) {
        List<Node> sorted = new ArrayList<>(nodes);
        sorted.sort(Comparator.reverseOrder());
        sorted.forEach(node -> next.push(new Step(node, depth)));
    }
}
