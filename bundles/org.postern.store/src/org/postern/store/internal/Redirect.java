package org.postern.store.internal;

import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Messages that were to be put into a mailbox that is not there any more are put into another:
 * their bytes are nowhere else.
 */
record Redirect(Transaction transaction, Mailbox from, Mailbox to) {

    void all() throws SQLException {
        for (Intent intent : from.pending().all()) {
            if (intent.action() instanceof Action.Append) {
                one(intent);
            }
        }
    }

    void one(Intent append) throws SQLException {
        Link link = transaction.link();
        for (Expected expected : ExpectedTable.ofIntent(link, append.number())) {
            Optional<Stored> row = MessageTable.find(link, from.number(), expected.message());
            if (row.isPresent() && !row.get().server()) {
                transaction.edit(from).left(row.get());
                MessageTable.transfer(link, row.get().id(), to.number());
                ExpectedTable.transfer(link, row.get().id(), to.number());
                transaction.edit(to).came(row.get());
                intents(row.get().remote());
            }
        }
    }

    private void intents(String remoteId) throws SQLException {
        for (Intent intent : from.pending().of(remoteId)) {
            if (intent.remoteIds().equals(List.of(remoteId))) {
                IntentTable.transfer(transaction.link(), intent.number(), to.number());
                transaction.then(() -> from.pending().remove(intent.number()));
                transaction.then(() -> to.pending().add(intent.in(to.id())));
            } else {
                IntentTable.strip(transaction.link(), intent.number(), remoteId);
                transaction.then(() -> from.pending().strip(intent.number(), remoteId));
            }
        }
    }
}
