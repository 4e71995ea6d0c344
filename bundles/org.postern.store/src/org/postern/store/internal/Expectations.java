package org.postern.store.internal;

import org.postern.store.NewMessage;
import org.postern.store.UserIntents;
import org.postern.store.UserIntents.Intent;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What a transaction does to the messages of a mailbox that are shown before their server was seen
 * to have them.
 */
final class Expectations {

    private static final long NONE = 0;

    private final Transaction transaction;
    private final Link link;
    private final Mailbox mailbox;
    private final MailboxEdit edit;
    private Optional<Boolean> any = Optional.empty();

    Expectations(Transaction transaction, Mailbox mailbox, MailboxEdit edit) {
        this.transaction = transaction;
        this.link = transaction.link();
        this.mailbox = mailbox;
        this.edit = edit;
    }

    /** Asked once for a transaction, since most mailboxes have none. */
    private boolean any() throws SQLException {
        if (any.isEmpty()) {
            any = Optional.of(ExpectedTable.any(link, mailbox.number()));
        }
        return any.get();
    }

    /** Shows what will come of a message that lies in another mailbox. */
    void expect(Stored source, long intent) throws SQLException {
        long id = transaction.number();
        Stored copy =
                new Stored(
                        id,
                        Expected.remote(id),
                        source.shown(),
                        source.shown(),
                        false,
                        source.date(),
                        source.size(),
                        false,
                        source.body(),
                        source.stored());
        MessageTable.copy(link, source.id(), mailbox.number(), copy);
        if (copy.complete()) {
            BodyTable.share(link, copy.body());
        }
        edit.came(copy);
        expect(new Expected(id, mailbox.number(), intent, source.remote(), 0));
    }

    /** The row is there already. */
    void expect(Expected expected) throws SQLException {
        ExpectedTable.insert(link, expected);
        any = Optional.of(true);
    }

    /** Takes a message that the server turned out to have for one that was expected. */
    boolean found(NewMessage message) throws SQLException {
        if (!any() || edit.find(message.remoteId()).isPresent()) {
            return false;
        }
        Optional<Expected> like = ExpectedTable.like(link, mailbox.number(), Look.of(message));
        if (like.isEmpty()) {
            return false;
        }
        Stored row = MessageTable.find(link, mailbox.number(), like.get().message()).orElseThrow();
        name(row, message.remoteId(), FlagBits.of(message.flags()));
        ExpectedTable.seen(link, row.id());
        return true;
    }

    /** The server made a message, and said what it is known by. */
    void made(Expected expected, String remoteId) throws SQLException {
        Optional<Stored> row = MessageTable.find(link, mailbox.number(), expected.message());
        if (row.isEmpty() || row.get().server()) {
            ExpectedTable.delete(link, expected.message());
            return;
        }
        Optional<Stored> told = edit.find(remoteId);
        if (told.isPresent()) {
            edit.drop(told.get());
            ExpectedTable.delete(link, expected.message());
        } else {
            ExpectedTable.settle(link, expected.message(), transaction.number());
        }
        name(row.get(), remoteId, told.map(Stored::flags).orElse(row.get().flags()));
    }

    /** The server made it, and did not say what it is known by. */
    void madeUnnamed(Expected expected) throws SQLException {
        Optional<Stored> row = MessageTable.find(link, mailbox.number(), expected.message());
        if (row.isPresent() && row.get().server()) {
            ExpectedTable.delete(link, expected.message());
        } else {
            ExpectedTable.settle(link, expected.message(), transaction.number());
        }
    }

    private void name(Stored row, String remoteId, int flags) throws SQLException {
        String before = row.remote();
        MessageTable.rename(link, row.id(), remoteId);
        IntentTable.rename(link, mailbox.number(), before, remoteId);
        edit.renamed(before, remoteId);
        transaction.then(() -> mailbox.pending().rename(before, remoteId));
        edit.put(row, edit.laidOver(row.named(remoteId).onServer(true), flags, NONE));
    }

    /** The server told of a message. */
    void seen(Stored stored) throws SQLException {
        if (any()) {
            ExpectedTable.seen(link, stored.id());
        }
    }

    void dropped(Stored stored) throws SQLException {
        if (any()) {
            ExpectedTable.delete(link, stored.id());
        }
    }

    /** All that the server had at that time has been told; what is still expected is not there. */
    void arrived(long begun) throws SQLException {
        if (any()) {
            for (Expected late : ExpectedTable.overdue(link, mailbox.number(), begun)) {
                giveUp(late);
            }
        }
    }

    /** Removes a message that will not come, and forgets what the user did to it. */
    void giveUp(Expected expected) throws SQLException {
        ExpectedTable.delete(link, expected.message());
        Optional<Stored> row = MessageTable.find(link, mailbox.number(), expected.message());
        if (row.isPresent()) {
            for (Intent intent : mailbox.pending().of(row.get().remote())) {
                strip(intent, row.get().remote());
            }
            edit.drop(row.get());
        }
    }

    /** What the user wanted of one message is given up, with all that was to come of it. */
    private void strip(Intent intent, String remoteId) throws SQLException {
        Optional<Expected> next = ExpectedTable.of(link, intent.number(), remoteId);
        forget(intent, remoteId);
        if (next.isPresent()) {
            Optional<MailboxEdit> target = transaction.edit(next.get().mailbox());
            if (target.isPresent()) {
                target.get().expectations().giveUp(next.get());
            }
        }
    }

    private void forget(Intent intent, String remoteId) throws SQLException {
        IntentTable.strip(link, intent.number(), remoteId);
        transaction.then(() -> mailbox.pending().strip(intent.number(), remoteId));
    }

    /**
     * Names do not hold any more, so that what the user wanted of messages that had some cannot be
     * done. What the server may have done of it is still looked for.
     */
    void forgetIntents() throws SQLException {
        long now = transaction.number();
        for (Intent intent : mailbox.pending().all()) {
            for (String remoteId : intent.remoteIds()) {
                if (!UserIntents.isProvisional(remoteId)) {
                    ExpectedTable.orphan(link, intent.number(), remoteId, now);
                    forget(intent, remoteId);
                }
            }
        }
    }
}
