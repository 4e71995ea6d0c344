package org.postern.store.internal;

import org.postern.store.MessageId;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends an intent: the server did it, or would not. */
final class Ending {

    private final Transaction transaction;
    private final Link link;
    private final Mailbox mailbox;
    private final Intent intent;
    private final MailboxEdit edit;

    Ending(Transaction transaction, Mailbox mailbox, Intent intent) {
        this.transaction = transaction;
        this.link = transaction.link();
        this.mailbox = mailbox;
        this.intent = intent;
        this.edit = transaction.edit(mailbox);
    }

    /**
     * @param made by what a message was made from, what the new one is known by
     */
    void settled(Map<String, String> made) throws SQLException {
        for (Expected expected : ExpectedTable.ofIntent(link, intent.number())) {
            Optional<MailboxEdit> target = transaction.edit(expected.mailbox());
            if (target.isPresent()) {
                settled(target.get().expectations(), expected, made);
            }
        }
        for (String remoteId : intent.remoteIds()) {
            edit.settled(remoteId, intent.action(), intent.number());
        }
        forget();
    }

    private static void settled(Expectations target, Expected expected, Map<String, String> made)
            throws SQLException {
        String told = made.get(expected.source());
        if (told == null) {
            target.madeUnnamed(expected);
        } else {
            target.made(expected, told);
        }
    }

    void backedOut() throws SQLException {
        Map<String, List<Action>> later = new LinkedHashMap<>();
        for (Expected expected : ExpectedTable.ofIntent(link, intent.number())) {
            Optional<MailboxEdit> target = transaction.edit(expected.mailbox());
            if (target.isPresent()) {
                later.put(expected.source(), flags(target.get(), expected));
                target.get().expectations().giveUp(expected);
            }
        }
        for (String remoteId : intent.remoteIds()) {
            edit.backedOut(remoteId, intent.number());
        }
        forget();
        if (intent.action() instanceof Action.Move) {
            for (var each : later.entrySet()) {
                doHere(each.getKey(), each.getValue());
            }
        }
    }

    private static List<Action> flags(MailboxEdit target, Expected expected) {
        String remoteId = Expected.remote(expected.message());
        return target.mailbox().pending().of(remoteId).stream()
                .map(Intent::action)
                .filter(Action.SetFlags.class::isInstance)
                .toList();
    }

    /** What was done to a message where it was moved to holds for it where it stays. */
    private void doHere(String remoteId, List<Action> actions) throws SQLException {
        Optional<Stored> stored = edit.find(remoteId);
        if (stored.isPresent()) {
            for (Action action : actions) {
                new Intending(transaction, mailbox, action)
                        .run(Set.of(new MessageId(stored.get().id())));
            }
        }
    }

    private void forget() throws SQLException {
        IntentTable.delete(link, intent.number());
        transaction.then(() -> mailbox.pending().remove(intent.number()));
    }
}
