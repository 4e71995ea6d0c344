package org.postern.store.internal;

import org.postern.store.internal.pack.PackEntry;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Enters bodies into the database, in one transaction. */
final class BodyEntry {

    private final Transaction transaction;
    private final MailboxEdit edit;
    private final Map<PackEntry, Long> entered = new HashMap<>();

    BodyEntry(Transaction transaction, MailboxEdit edit) {
        this.transaction = transaction;
        this.edit = edit;
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
            edit.body(stored.get(), inserted(entry), entry.length(), now);
        } else if (BodyTable.share(transaction.link(), shared.get())) {
            edit.body(stored.get(), shared.get(), entry.length(), now);
        }
    }

    private long inserted(PackEntry entry) throws SQLException {
        long id = transaction.number();
        BodyTable.insert(transaction.link(), id, entry);
        entered.put(entry, id);
        return id;
    }
}
