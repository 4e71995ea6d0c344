package org.postern.store.internal.threads;

import org.postern.store.MailThread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Threads of messages after Jamie Zawinski's rules, kept in step with arrivals and removals. The
 * result depends on which messages there are, not on the order of their arrival. For one thread at
 * a time.
 */
public final class ThreadIndex {

    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<Long, Group> groups = new HashMap<>();
    private final Map<String, SubjectGroup> subjects = new HashMap<>();

    /** Takes a message in, or again when it is another than before. */
    public void put(Node node) {
        Node before = nodes.get(node.id());
        if (node.equals(before)) {
            return;
        }
        if (before != null) {
            remove(node.id());
        }
        nodes.put(node.id(), node);
        link(node);
        if (node.alone()) {
            String base = Subjects.base(node.subject());
            if (!base.isEmpty()) {
                subjects.computeIfAbsent(base, b -> new SubjectGroup()).add(node);
            }
        }
    }

    private void link(Node node) {
        Group group = group(node.key());
        for (long reference : node.ids().references()) {
            group = merged(group, group(reference));
        }
        group.add(node);
    }

    private Group group(long key) {
        Group group = groups.get(key);
        if (group == null) {
            group = new Group();
            group.keys().add(key);
            groups.put(key, group);
        }
        return group;
    }

    /** The smaller is taken into the larger, so that no message is moved often. */
    private Group merged(Group one, Group other) {
        if (one == other) {
            return one;
        }
        Group large = one.size() >= other.size() ? one : other;
        Group small = large == one ? other : one;
        large.merge(small);
        small.keys().forEach(key -> groups.put(key, large));
        return large;
    }

    /**
     * Takes a message out; the rest of its group is linked anew, for it may have held it together.
     */
    public void remove(long id) {
        Node node = nodes.remove(id);
        if (node == null) {
            return;
        }
        Group group = groups.get(node.key());
        group.keys().forEach(groups::remove);
        group.members().stream().filter(member -> member.id() != id).forEach(this::link);
        if (node.alone()) {
            String base = Subjects.base(node.subject());
            SubjectGroup same = subjects.get(base);
            if (same != null) {
                same.remove(node);
                if (same.isEmpty()) {
                    subjects.remove(base);
                }
            }
        }
    }

    /** All threads, that with the newest message first. */
    public List<MailThread> threads() {
        Map<Node, Node> parents = new HashMap<>();
        Set<Group> distinct = new HashSet<>(groups.values());
        distinct.forEach(group -> parents.putAll(group.parents()));
        subjects.values().forEach(same -> parents.putAll(same.targets()));
        return new Assembly(parents, together(distinct)).threads();
    }

    /**
     * Several beginnings of one group are one thread, for something that is not here joins them.
     */
    private static Collection<List<Node>> together(Set<Group> groups) {
        List<List<Node>> together = new ArrayList<>();
        for (Group group : groups) {
            if (!group.members().isEmpty()) {
                together.add(group.members());
            }
        }
        return together;
    }
}
