package org.postern.store.internal.threads;

/**
 * A message in the making of threads.
 *
 * @param id in the store
 * @param date milliseconds
 */
public record Node(long id, long date, ThreadIds ids, String subject) implements Comparable<Node> {

    /** What others refer to it by; one without a Message-ID is referred to by nobody. */
    long key() {
        return ids.self() == 0 ? -id : ids.self();
    }

    /** Whether it says nothing about what it answers to. */
    boolean alone() {
        return ids.references().isEmpty();
    }

    /** The oldest first. */
    @Override
    public int compareTo(Node other) {
        int order = Long.compare(date, other.date);
        return order != 0 ? order : Long.compare(id, other.id);
    }
}
