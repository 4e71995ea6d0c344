package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailStore.Action;
import org.postern.store.MailStore.Batch;
import org.postern.store.MailStore.BodyBatch;
import org.postern.store.MailStore.Intent;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.StoreChange;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done to a store, in transactions. */
public final class StoreWriting {

    private final StoreRoot root;

    public StoreWriting(StoreRoot root) {
        this.root = root;
    }

    /** The list of mailboxes is told of before what is in them, as it was asked for. */
    @FunctionalInterface
    private interface ListWork {
        Optional<StoreChange> in(Transaction transaction) throws SQLException;
    }

    public void reconcile(AccountId account, List<MailboxEntry> mailboxes) throws MailException {
        lists(transaction -> root.mailboxes().reconcile(transaction, account, mailboxes));
    }

    public void forget(AccountId account) throws MailException {
        lists(transaction -> root.mailboxes().forget(transaction, account));
    }

    private void lists(ListWork work) throws MailException {
        write(
                transaction -> {
                    work.in(transaction).ifPresent(change -> transaction.tell(change));
                    return null;
                });
    }

    public Batch begin(MailboxId mailbox) throws MailException {
        return new ChangeBatch(root, required(mailbox));
    }

    public BodyBatch beginBodies(MailboxId mailbox) throws MailException {
        return new BodyWork(root, required(mailbox));
    }

    public Intent move(MailboxId mailbox, Set<MessageId> messages, MailboxId target)
            throws MailException {
        String remoteId = required(target).entry().remoteId();
        return intend(mailbox, messages, new Action.Move(remoteId));
    }

    public Intent intend(MailboxId id, Set<MessageId> messages, Action action)
            throws MailException {
        Mailbox mailbox = required(id);
        return write(transaction -> intended(transaction, mailbox, messages, action));
    }

    private static Intent intended(
            Transaction transaction, Mailbox mailbox, Set<MessageId> messages, Action action)
            throws SQLException {
        List<String> remoteIds = new ArrayList<>();
        MailboxEdit edit = transaction.edit(mailbox);
        for (MessageId message : messages) {
            Optional<Stored> stored = edit.visible(message);
            if (stored.isPresent()) {
                remoteIds.add(stored.get().remote());
                edit.intend(stored.get(), action);
            }
        }
        Intent intent =
                new Intent(
                        transaction.number(), mailbox.account(), mailbox.id(), remoteIds, action);
        if (!remoteIds.isEmpty()) {
            IntentTable.insert(transaction.link(), intent);
            transaction.then(() -> mailbox.pending().add(intent));
        }
        return intent;
    }

    public void settled(Intent intent) throws MailException {
        end(intent, (edit, id) -> edit.settled(id, intent.action(), intent.number()));
    }

    public void backedOut(Intent intent) throws MailException {
        end(intent, (edit, id) -> edit.backedOut(id, intent.number()));
    }

    /** What the end of an intent means to a message. */
    @FunctionalInterface
    private interface End {
        void of(MailboxEdit edit, String remoteId) throws SQLException;
    }

    private void end(Intent intent, End end) throws MailException {
        Optional<Mailbox> mailbox = root.mailboxes().find(intent.mailbox());
        if (mailbox.isEmpty()) {
            return; // the mailbox went, and its intents with it
        }
        write(
                transaction -> {
                    Optional<Intent> known = mailbox.get().pending().find(intent.number());
                    if (known.isPresent()) {
                        end(transaction, mailbox.get(), known.get(), end);
                    }
                    return null;
                });
    }

    private static void end(Transaction transaction, Mailbox mailbox, Intent intent, End end)
            throws SQLException {
        MailboxEdit edit = transaction.edit(mailbox);
        for (String remoteId : intent.remoteIds()) {
            end.of(edit, remoteId);
        }
        IntentTable.delete(transaction.link(), intent.number());
        transaction.then(() -> mailbox.pending().remove(intent.number()));
    }

    private <T> T write(StoreRoot.Work<T> work) throws MailException {
        try {
            return root.write(work);
        } catch (SQLException | IOException e) {
            throw Failures.writing(e);
        }
    }

    private Mailbox required(MailboxId mailbox) throws MailException {
        return root.mailboxes()
                .find(mailbox)
                .orElseThrow(
                        () -> new MailException(new Failure.NoSuchMailbox("#" + mailbox.value())));
    }
}
