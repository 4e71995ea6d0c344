package org.postern.store.internal;

import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.internal.sql.Link;

import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list that was given out last, as long as there is memory for it. After a change only the rows
 * that changed are read again, when somebody asks.
 */
final class RowCache {

    private static final Comparator<MessageRow> NEWEST_FIRST =
            Comparator.comparing(MessageRow::date)
                    .thenComparing(row -> row.id().value())
                    .reversed();

    /** When more rows than one in so many changed, all are read again. */
    private static final int PART = 8;

    private SoftReference<List<MessageRow>> list = new SoftReference<>(null);
    private final Set<MessageId> stale = new HashSet<>();

    /** These rows are not any more as they were. */
    synchronized void changed(Collection<MessageId> ids) {
        if (list.get() == null) {
            stale.clear();
        } else {
            stale.addAll(ids);
        }
    }

    synchronized void forget() {
        list = new SoftReference<>(null);
    }

    synchronized List<MessageRow> rows(Link link, long mailbox) throws SQLException {
        List<MessageRow> now = current(list.get(), link, mailbox);
        list = new SoftReference<>(now);
        stale.clear();
        return now;
    }

    /**
     * @param old what was given out; null when it is not in memory any more
     */
    private List<MessageRow> current(List<MessageRow> old, Link link, long mailbox)
            throws SQLException {
        if (old == null || stale.size() > old.size() / PART + PART) {
            return List.copyOf(MessageTable.rows(link, mailbox));
        }
        return stale.isEmpty() ? old : merged(old, fresh(link));
    }

    private List<MessageRow> fresh(Link link) throws SQLException {
        List<MessageRow> fresh = new ArrayList<>();
        for (MessageId id : stale) {
            Optional<MessageRow> row = MessageTable.row(link, id.value());
            row.ifPresent(fresh::add);
        }
        fresh.sort(NEWEST_FIRST);
        return fresh;
    }

    private List<MessageRow> merged(List<MessageRow> old, List<MessageRow> fresh) {
        List<MessageRow> all = new ArrayList<>(old.size() + fresh.size());
        int next = 0;
        for (MessageRow row : old) {
            if (stale.contains(row.id())) {
                continue;
            }
            while (next < fresh.size() && NEWEST_FIRST.compare(fresh.get(next), row) < 0) {
                all.add(fresh.get(next++));
            }
            all.add(row);
        }
        all.addAll(fresh.subList(next, fresh.size()));
        return List.copyOf(all);
    }
}
