package org.postern.ui.internal.list;

import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that were in sight lately. Only for one thread. */
public final class RowCache {

    private static final int MOST = 4_000;

    private final Set<MessageId> stale = new HashSet<>();
    private final Map<MessageId, MessageRow> rows =
            new LinkedHashMap<>(256, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<MessageId, MessageRow> eldest) {
                    return size() > MOST;
                }
            };

    /** The row as it was read last; empty when it has to be read. */
    public Optional<MessageRow> get(MessageId id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Those of the messages whose rows are to be read, for the first time or again. */
    public List<MessageId> missing(Collection<MessageId> wanted) {
        return wanted.stream().filter(id -> stale.contains(id) || !rows.containsKey(id)).toList();
    }

    /** Takes in what was read. */
    public void put(Collection<MessageRow> read) {
        read.forEach(
                row -> {
                    rows.put(row.id(), row);
                    stale.remove(row.id());
                });
    }

    /** These are not any more as they were read. */
    public void changed(Collection<MessageId> ids) {
        ids.stream().filter(rows::containsKey).forEach(stale::add);
    }

    /** These are gone. */
    public void removed(Collection<MessageId> ids) {
        ids.forEach(
                id -> {
                    rows.remove(id);
                    stale.remove(id);
                });
    }
}
