package org.postern.store.internal;

import org.postern.store.MessageRow;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A mailbox's visible rows, newest first. A change costs no sorting; the list is made again only
 * when somebody asks for it after a change.
 */
final class RowOrder {

    private static final Comparator<MessageRow> NEWEST_FIRST =
            Comparator.comparing(MessageRow::date)
                    .thenComparing(row -> row.id().value())
                    .reversed();

    private final TreeSet<MessageRow> rows = new TreeSet<>(NEWEST_FIRST);
    private List<MessageRow> list = List.of();
    private boolean stale;
    private int unread;

    void add(MessageRow row) {
        rows.add(row);
        unread += row.unread() ? 1 : 0;
        stale = true;
    }

    void remove(MessageRow row) {
        rows.remove(row);
        unread -= row.unread() ? 1 : 0;
        stale = true;
    }

    List<MessageRow> list() {
        if (stale) {
            list = List.copyOf(rows);
            stale = false;
        }
        return list;
    }

    int total() {
        return rows.size();
    }

    int unread() {
        return unread;
    }
}
