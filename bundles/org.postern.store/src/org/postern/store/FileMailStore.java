package org.postern.store;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.internal.AccountMail;
import org.postern.store.internal.Bodies;
import org.postern.store.internal.Event;
import org.postern.store.internal.Failures;
import org.postern.store.internal.FileBatch;
import org.postern.store.internal.MailboxFolder;
import org.postern.store.internal.StoreRoot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A store of plain files: rows are held in memory and journalled per mailbox, every body is a file
 * of its own. It stands behind {@link MailStore} until there is a faster one.
 */
public final class FileMailStore implements MailStore {

    private final StoreRoot root;

    private FileMailStore(StoreRoot root) {
        this.root = root;
    }

    /**
     * Opens the store in that folder, which is made when it is not there.
     *
     * @throws MailException with {@link Failure.LocalStorage} when another process has it open,
     *     when a newer version wrote it, or when it cannot be read
     */
    public static FileMailStore open(Path folder) throws MailException {
        return open(folder, Clock.systemUTC());
    }

    /**
     * @param clock says when bodies were stored
     */
    public static FileMailStore open(Path folder, Clock clock) throws MailException {
        return new FileMailStore(StoreRoot.open(folder, clock));
    }

    /** Sentences about what was found damaged and set aside when the store was opened. */
    public List<String> problems() {
        return root.problems();
    }

    @Override
    public List<StoredMailbox> mailboxes(AccountId account) {
        return root.account(account).map(AccountMail::mailboxes).orElse(List.of());
    }

    @Override
    public Optional<StoredMailbox> mailbox(MailboxId id) {
        return root.owner(id).flatMap(account -> account.mailbox(id));
    }

    @Override
    public List<MessageRow> rows(MailboxId mailbox) {
        return from(mailbox, folder -> folder.state().rows(), List.of());
    }

    @Override
    public Optional<MessageRow> row(MessageId id) {
        return root.owner(id).flatMap(folder -> folder.state().row(id));
    }

    @Override
    public Optional<InputStream> open(MessageId id) throws MailException {
        Optional<MailboxFolder> folder = root.owner(id);
        try {
            return folder.isEmpty() ? Optional.empty() : folder.get().open(id);
        } catch (IOException e) {
            throw Failures.reading(e);
        }
    }

    @Override
    public Optional<String> token(MailboxId mailbox) {
        return from(mailbox, folder -> folder.state().token(), Optional.empty());
    }

    @Override
    public List<String> incomplete(MailboxId mailbox) {
        return from(mailbox, folder -> folder.state().incomplete(), List.of());
    }

    @Override
    public List<String> removable(MailboxId mailbox, Instant storedBefore) {
        return from(mailbox, folder -> folder.state().removable(storedBefore), List.of());
    }

    private <T> T from(MailboxId mailbox, Function<MailboxFolder, T> question, T absent) {
        return root.folder(mailbox).map(question).orElse(absent);
    }

    @Override
    public void reconcile(AccountId account, List<MailboxEntry> mailboxes) throws MailException {
        try {
            root.accountOrNew(account).reconcile(mailboxes);
        } catch (IOException e) {
            throw Failures.writing(e);
        }
    }

    @Override
    public Batch begin(MailboxId mailbox) throws MailException {
        return new FileBatch(mailbox, required(mailbox), root.counter());
    }

    @Override
    public void storeBody(MailboxId mailbox, String remoteId, InputStream bytes)
            throws IOException, MailException {
        MailboxFolder folder = required(mailbox);
        Optional<MessageId> message = folder.state().entry(remoteId).map(entry -> entry.row().id());
        if (message.isEmpty()) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return;
        }
        try {
            folder.storeBody(message.get(), bytes);
        } catch (Bodies.SourceFailed e) {
            throw e.reason();
        } catch (IOException e) {
            throw Failures.writing(e);
        }
    }

    @Override
    public Intent flag(MailboxId mailbox, Set<MessageId> messages, Set<Flag> add, Set<Flag> remove)
            throws MailException {
        return intend(mailbox, messages, new Action.SetFlags(Set.copyOf(add), Set.copyOf(remove)));
    }

    @Override
    public Intent delete(MailboxId mailbox, Set<MessageId> messages) throws MailException {
        return intend(mailbox, messages, new Action.Delete());
    }

    @Override
    public Intent move(MailboxId mailbox, Set<MessageId> messages, MailboxId target)
            throws MailException {
        StoredMailbox to = mailbox(target).orElseThrow(() -> missing(target));
        return intend(mailbox, messages, new Action.Move(to.remoteId()));
    }

    private Intent intend(MailboxId mailbox, Set<MessageId> messages, Action action)
            throws MailException {
        MailboxFolder folder = required(mailbox);
        try {
            return folder.intend(root.counter().next(), messages, action);
        } catch (IOException e) {
            throw Failures.writing(e);
        }
    }

    @Override
    public List<Intent> intents(AccountId account) {
        return root.account(account).map(AccountMail::intents).orElse(List.of());
    }

    @Override
    public void settled(Intent intent) throws MailException {
        end(intent, new Event.Settled(intent.number()));
    }

    @Override
    public void backedOut(Intent intent) throws MailException {
        end(intent, new Event.BackedOut(intent.number()));
    }

    private void end(Intent intent, Event event) throws MailException {
        Optional<MailboxFolder> folder = root.folder(intent.mailbox());
        if (folder.isEmpty()) {
            return; // the mailbox went, and its intents with it
        }
        try {
            folder.get().write(event);
        } catch (IOException e) {
            throw Failures.writing(e);
        }
    }

    @Override
    public void forget(AccountId account) throws MailException {
        try {
            root.forget(account);
        } catch (IOException e) {
            throw Failures.writing(e);
        }
    }

    private MailboxFolder required(MailboxId mailbox) throws MailException {
        return root.folder(mailbox).orElseThrow(() -> missing(mailbox));
    }

    private static MailException missing(MailboxId mailbox) {
        return new MailException(new Failure.NoSuchMailbox("#" + mailbox.value()));
    }

    @Override
    public void addListener(StoreListener listener) {
        root.listeners().add(listener);
    }

    @Override
    public void removeListener(StoreListener listener) {
        root.listeners().remove(listener);
    }

    @Override
    public void close() {
        root.close();
    }
}
