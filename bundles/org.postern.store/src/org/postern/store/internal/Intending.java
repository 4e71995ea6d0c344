package org.postern.store.internal;

import org.postern.store.MessageId;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Journals something that the user did, and shows it. */
final class Intending {

    private final Transaction transaction;
    private final Mailbox mailbox;
    private final Action action;
    private final long number;

    Intending(Transaction transaction, Mailbox mailbox, Action action) {
        this.transaction = transaction;
        this.mailbox = mailbox;
        this.action = action;
        this.number = transaction.number();
    }

    Intent run(Set<MessageId> messages) throws SQLException {
        return run(messages, Optional.empty());
    }

    Intent run(Set<MessageId> messages, Mailbox target) throws SQLException {
        return run(messages, Optional.of(transaction.edit(target)));
    }

    /** Messages that the user does not see are left out; without any nothing is journalled. */
    private Intent run(Set<MessageId> messages, Optional<MailboxEdit> target) throws SQLException {
        List<String> remoteIds = new ArrayList<>();
        MailboxEdit edit = transaction.edit(mailbox);
        for (MessageId message : messages) {
            Optional<Stored> stored = edit.visible(message);
            if (stored.isPresent()) {
                remoteIds.add(stored.get().remote());
                if (target.isPresent()) {
                    target.get().expectations().expect(stored.get(), number);
                }
                edit.intend(stored.get(), action);
            }
        }
        return journal(remoteIds);
    }

    /** About a message that is made from its own bytes, which was just put in. */
    Intent journalOne(long row) throws SQLException {
        transaction
                .edit(mailbox)
                .expectations()
                .expect(new Expected(row, mailbox.number(), number, Expected.remote(row), 0));
        return journal(List.of(Expected.remote(row)));
    }

    /** The same for one that was to be made from another. */
    Intent journalInstead(long row) throws SQLException {
        ExpectedTable.upload(transaction.link(), row, number);
        return journal(List.of(Expected.remote(row)));
    }

    private Intent journal(List<String> remoteIds) throws SQLException {
        Intent intent =
                new Intent(number, mailbox.account(), mailbox.id(), remoteIds, action, false);
        if (!remoteIds.isEmpty()) {
            IntentTable.insert(transaction.link(), intent);
            transaction.then(() -> mailbox.pending().add(intent));
        }
        return intent;
    }
}
