package org.postern.store.internal;

/**
 * Where a message stands in a list that is newest first.
 *
 * @param date milliseconds
 */
record Place(long date, long id) implements Comparable<Place> {

    /** Before all messages. */
    static final Place TOP = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

    @Override
    public int compareTo(Place other) {
        int order = Long.compare(other.date, date);
        return order != 0 ? order : Long.compare(other.id, id);
    }
}
