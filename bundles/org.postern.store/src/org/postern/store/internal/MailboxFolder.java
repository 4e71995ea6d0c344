package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.store.MailStore.Action;
import org.postern.store.MailStore.Intent;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.StoreChange;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A mailbox on the disk and in memory. A change is first appended to the journal, then taken into
 * the state, then told; readers of the state never wait for the disk.
 */
public final class MailboxFolder implements AutoCloseable {

    private static final Logger LOG = System.getLogger(MailboxFolder.class.getName());

    private final AccountId account;
    private final MailboxId id;
    private final MailboxState state;
    private final Journal journal;
    private final Bodies bodies;
    private final Clock clock;
    private final Consumer<StoreChange> changes;
    private final ReentrantLock writing = new ReentrantLock();

    private MailboxFolder(
            AccountId account,
            MailboxId id,
            Path folder,
            Clock clock,
            Consumer<StoreChange> changes)
            throws IOException {
        this.account = account;
        this.id = id;
        this.clock = clock;
        this.changes = changes;
        AtomicFile.privateFolder(folder);
        state = new MailboxState(account, id);
        bodies = new Bodies(folder);
        journal = Journal.open(folder, state);
    }

    /**
     * @throws DamagedFile when the files are not as they were left; nothing was changed then
     */
    static MailboxFolder open(
            AccountId account,
            MailboxId id,
            Path folder,
            Clock clock,
            Consumer<StoreChange> changes)
            throws IOException {
        MailboxFolder mailbox = new MailboxFolder(account, id, folder, clock, changes);
        mailbox.state.lost(mailbox.bodies.settle(mailbox.state.bodies(), mailbox.journal.cut()));
        return mailbox;
    }

    /** For reading only. */
    public MailboxState state() {
        return state;
    }

    /** Does what an event says; durable when it returns, not done when it throws. */
    public void write(Event event) throws IOException {
        writing.lock();
        try {
            journal.append(event);
            Delta delta = state.apply(event);
            if (delta.visible()) {
                changes.accept(delta.of(account, id));
            }
            tidy(delta);
        } finally {
            writing.unlock();
        }
    }

    /** What fails here is made up for when the store is opened next; nothing is lost by it. */
    private void tidy(Delta delta) {
        try {
            bodies.remove(delta.gone());
            if (journal.grown()) {
                journal.compact(state);
            }
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "tidying mailbox " + id.value(), e);
        }
    }

    /** Stores a body; the slow part, reading it, keeps nobody from writing. */
    public void storeBody(MessageId message, InputStream bytes) throws IOException {
        long size = bodies.put(message, bytes);
        writing.lock();
        try {
            if (state.entry(message).isPresent()) {
                write(new Event.BodyStored(message, size, clock.instant()));
            } else {
                bodies.remove(List.of(message));
            }
        } finally {
            writing.unlock();
        }
    }

    public Optional<InputStream> open(MessageId message) throws IOException {
        return state.complete(message) ? bodies.open(message) : Optional.empty();
    }

    /** Journals what the user did to those of the messages that are here. */
    public Intent intend(long number, Set<MessageId> messages, Action action) throws IOException {
        writing.lock();
        try {
            List<String> remoteIds = new ArrayList<>();
            for (MessageId message : messages) {
                state.row(message).ifPresent(row -> remoteIds.add(row.remoteId()));
            }
            if (!remoteIds.isEmpty()) {
                write(new Event.Intended(number, remoteIds, action));
            }
            return new Intent(number, account, id, remoteIds, action);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        writing.lock();
        try {
            journal.close();
        } finally {
            writing.unlock();
        }
    }
}
