package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailStore.Batch;
import org.postern.store.MailStore.BodyBatch;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.StoreChange;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public void rename(AccountId account, Map<String, MailboxEntry> renamed) throws MailException {
        lists(transaction -> new Renaming(transaction, root.mailboxes(), account).all(renamed));
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
