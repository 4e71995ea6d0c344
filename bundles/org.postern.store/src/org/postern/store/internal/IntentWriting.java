package org.postern.store.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.NewMessage;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the user does: journalled together with how it looks from then on, in one transaction. */
public final class IntentWriting {

    private final StoreRoot root;

    public IntentWriting(StoreRoot root) {
        this.root = root;
    }

    /** Something that the user did to messages where they lie. */
    public Intent intend(MailboxId id, Set<MessageId> messages, Action action)
            throws MailException {
        Mailbox mailbox = required(id);
        return write(transaction -> new Intending(transaction, mailbox, action).run(messages));
    }

    /** Something by which messages come to lie in another mailbox. */
    public Intent transfer(
            MailboxId id, Set<MessageId> messages, MailboxId to, Function<String, Action> action)
            throws MailException {
        Mailbox mailbox = required(id);
        Mailbox target = required(to);
        Action move = action.apply(target.entry().remoteId());
        return write(
                transaction -> new Intending(transaction, mailbox, move).run(messages, target));
    }

    /** The bytes are on the disk before anything refers to them. */
    public Intent append(MailboxId id, NewMessage message, Instant received, InputStream bytes)
            throws IOException, MailException {
        Mailbox mailbox = required(id);
        long row = root.numbers().next();
        NewMessage named = message.named(Expected.remote(row));
        Action action = new Action.Append(message.flags(), received);
        try (BodyWork bodies = new BodyWork(root, mailbox)) {
            bodies.storeAhead(named.remoteId(), bytes);
            return bodies.commit(
                    transaction -> {
                        transaction.edit(mailbox).put(named, row);
                        return new Intending(transaction, mailbox, action).journalOne(row);
                    });
        }
    }

    public void sending(List<Intent> intents) throws MailException {
        write(
                transaction -> {
                    for (Intent intent : intents) {
                        sending(transaction, intent);
                    }
                    return null;
                });
    }

    private void sending(Transaction transaction, Intent intent) throws SQLException {
        Optional<Mailbox> mailbox = root.mailboxes().find(intent.mailbox());
        if (mailbox.isPresent()) {
            IntentTable.sending(transaction.link(), intent.number());
            transaction.then(() -> mailbox.get().pending().sending(intent.number()));
        }
    }

    public void settled(Intent intent, Map<String, String> made) throws MailException {
        end(intent, ending -> ending.settled(made));
    }

    public void backedOut(Intent intent) throws MailException {
        end(intent, Ending::backedOut);
    }

    /** How an intent ends. */
    @FunctionalInterface
    private interface End {
        void of(Ending ending) throws SQLException;
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
                        end.of(new Ending(transaction, mailbox.get(), known.get()));
                    }
                    return null;
                });
    }

    public void redirected(Intent append, MailboxId other) throws MailException {
        Mailbox to = required(other);
        Optional<Mailbox> from = root.mailboxes().find(append.mailbox());
        if (from.isPresent()) {
            write(
                    transaction -> {
                        new Redirect(transaction, from.get(), to).one(append);
                        return null;
                    });
        }
    }

    public boolean uploadInstead(Intent intent, String remoteId) throws MailException {
        Optional<Mailbox> mailbox = root.mailboxes().find(intent.mailbox());
        return mailbox.isPresent() && write(t -> uploadInstead(t, mailbox.get(), intent, remoteId));
    }

    private boolean uploadInstead(
            Transaction transaction, Mailbox mailbox, Intent intent, String remoteId)
            throws SQLException {
        Optional<Expected> expected =
                ExpectedTable.of(transaction.link(), intent.number(), remoteId);
        Optional<Mailbox> target =
                expected.flatMap(e -> root.mailboxes().find(new MailboxId(e.mailbox())));
        if (target.isEmpty()) {
            return false;
        }
        long row = expected.get().message();
        Optional<Stored> copy =
                MessageTable.find(transaction.link(), target.get().number(), row)
                        .filter(found -> found.complete() && !found.server());
        if (copy.isPresent()) {
            IntentTable.strip(transaction.link(), intent.number(), remoteId);
            transaction.then(() -> mailbox.pending().strip(intent.number(), remoteId));
            Action action =
                    new Action.Append(
                            FlagBits.set(copy.get().flags()),
                            Instant.ofEpochMilli(copy.get().date()));
            new Intending(transaction, target.get(), action).journalInstead(row);
        }
        return copy.isPresent();
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
