package org.postern.store.internal;

import org.postern.store.internal.pack.PackEntry;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Enters bodies into the database, in one transaction. */
final class BodyEntry {

    private final Transaction transaction;
    private final MailboxEdit edit;
    private final BiPredicate<PackEntry, PackEntry> same;
    private final Map<PackEntry, Long> entered = new HashMap<>();
    private final Map<Long, Long> room = new HashMap<>();

    /**
     * @param same compares bytes
     */
    BodyEntry(Transaction transaction, MailboxEdit edit, BiPredicate<PackEntry, PackEntry> same) {
        this.transaction = transaction;
        this.edit = edit;
        this.same = same;
    }

    /**
     * @param known a body with the same bytes; when it has gone meanwhile the message stays without
     */
    void enter(String remoteId, PackEntry entry, Optional<Long> known, long now)
            throws SQLException {
        Optional<Stored> stored = edit.find(remoteId);
        if (stored.isEmpty()) {
            return; // the message went while its body came
        }
        Optional<Long> shared = known.or(() -> Optional.ofNullable(entered.get(entry)));
        if (shared.isEmpty()) {
            shared = enteredMeanwhile(entry);
        }
        if (shared.isEmpty()) {
            edit.body(stored.get(), inserted(entry), entry.length(), now);
        } else if (BodyTable.share(transaction.link(), shared.get())) {
            edit.body(stored.get(), shared.get(), entry.length(), now);
        }
    }

    /** Somebody else may have brought the same bytes while this batch was filled. */
    private Optional<Long> enteredMeanwhile(PackEntry entry) throws SQLException {
        return BodyTable.resembling(transaction.link(), entry).stream()
                .filter(body -> same.test(entry, body.entry()))
                .map(BodyTable.Body::id)
                .findFirst();
    }

    private long inserted(PackEntry entry) throws SQLException {
        long id = transaction.number();
        BodyTable.insert(transaction.link(), id, entry);
        entered.put(entry, id);
        room.merge(entry.pack(), entry.room(), Long::sum);
        return id;
    }

    /** Counts once for all what was entered. */
    void finish() throws SQLException {
        for (Map.Entry<Long, Long> pack : room.entrySet()) {
            BodyTable.live(transaction.link(), pack.getKey(), pack.getValue());
        }
        room.clear();
    }
}
