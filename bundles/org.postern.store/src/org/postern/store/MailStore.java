package org.postern.store;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The local copy of all mail. Thread-safe. All writes are durable when they return, and after a
 * kill at any instant each of them has happened or has not. Failures are {@link
 * org.postern.core.Failure.LocalStorage}.
 */
public interface MailStore extends MailReader, UserIntents, AutoCloseable {

    /**
     * A mailbox as its server has it.
     *
     * @param remoteId what its transport knows it by
     */
    record MailboxEntry(
            String remoteId,
            List<String> path,
            MailboxRole role,
            boolean subscribed,
            boolean selectable) {
        public MailboxEntry {
            path = List.copyOf(path);
        }
    }

    /**
     * Makes the account's mailboxes be these; mail of mailboxes that are not among them is removed.
     */
    void reconcile(AccountId account, List<MailboxEntry> mailboxes) throws MailException;

    /**
     * Gives mailboxes that have other names on the server those names: their messages, tokens and
     * intents stay.
     *
     * @param renamed by the old remote id how the mailbox is now; mailboxes that are not known and
     *     names that another mailbox has are passed over
     */
    void rename(AccountId account, Map<String, MailboxEntry> renamed) throws MailException;

    /** The token that was committed last; empty before the first commit and after a reset. */
    Optional<String> token(MailboxId mailbox);

    /** The flags, as the user sees them, of a message that is here; empty when it is not. */
    Optional<Set<Flag>> flags(MailboxId mailbox, String remoteId);

    /** Collects changes of a mailbox; nothing is visible before {@link Batch#commit}. */
    Batch begin(MailboxId mailbox) throws MailException;

    /** The remote ids of messages whose bodies are not here, newest first. */
    default List<String> incomplete(MailboxId mailbox) {
        return missing(mailbox).stream().map(MissingBody::remoteId).toList();
    }

    /** The messages whose bodies are not here although the server has them, newest first. */
    List<MissingBody> missing(MailboxId mailbox);

    /**
     * The remote ids of messages that the server still has although they are whole here since
     * before that instant: those that may be removed there.
     */
    List<String> removable(MailboxId mailbox, Instant storedBefore);

    /**
     * Stores a whole message's bytes, read to their end. A message that is gone is passed over.
     *
     * @throws IOException as {@code bytes} threw it; nothing was stored then
     */
    default void storeBody(MailboxId mailbox, String remoteId, InputStream bytes)
            throws IOException, MailException {
        try (BodyBatch batch = beginBodies(mailbox)) {
            batch.store(remoteId, bytes);
            batch.commit();
        }
    }

    /** The remote ids of all messages that the server has, as far as is known here. */
    Set<String> remoteIds(MailboxId mailbox);

    /** Collects bodies of a mailbox that become durable, and can be seen, together. */
    BodyBatch beginBodies(MailboxId mailbox) throws MailException;

    /**
     * Compares everything that is stored with its checksums and with each other. Bodies that are
     * damaged or not there are marked as missing, so that they are fetched again; a message that is
     * nowhere else is kept as it is. May be called while others work with the store.
     *
     * @throws org.eclipse.core.runtime.OperationCanceledException what was found until then is
     *     repaired
     */
    default StoreCheck verify(IProgressMonitor monitor) throws MailException {
        return verify(Set.of(), monitor);
    }

    /**
     * The same for the messages of some accounts.
     *
     * @param accounts whose; empty means everybody's
     */
    StoreCheck verify(Set<AccountId> accounts, IProgressMonitor monitor) throws MailException;

    /**
     * Does in the background, a little at a time and for as long as the store is open, what {@link
     * #verify} does with bodies. Where it stopped is remembered.
     *
     * @param news hears of damage and of what becomes of it, on a thread of the store's
     */
    void patrol(PatrolPace pace, Consumer<StoreCheck> news);

    /**
     * Gives room of removed messages back to the disk, a few megabytes at a time. Happens by itself
     * some time after a removal; may be stopped at any point.
     */
    void reclaim(IProgressMonitor monitor) throws MailException;

    /** What happened to messages, for those who follow. */
    ChangeFeed feed();

    /** Forgets all of an account. */
    void forget(AccountId account) throws MailException;

    @Override
    void close();

    /**
     * Changes of one mailbox that are committed together with the token that stands for them. Used
     * by one thread at a time.
     */
    interface Batch extends AutoCloseable {

        /** All that was stored of the mailbox is to be forgotten first. */
        void forgetAll();

        /** The server has the message; one that is here already gets its flags. */
        void add(NewMessage message);

        /** The server has the message; one that is here already keeps its flags. */
        void addOnce(NewMessage message);

        /**
         * The same for a server that may have given messages other names: one that is {@linkplain
         * #keep only here} and looks the same has this name now, and no other is added.
         */
        void addOrRename(NewMessage message);

        void flags(String remoteId, Set<Flag> flags);

        void remove(String remoteId);

        /**
         * The server has the message no more, but its whole copy stays here until the user deletes
         * it: nothing that the server says later touches it, {@link #forgetAll} included. One whose
         * body is not here is removed.
         */
        void keep(String remoteId);

        /** How many changes were collected. */
        int size();

        /**
         * Makes all of it visible at once.
         *
         * @param token of the state after these changes; empty keeps the old one (a part of a long
         *     stream)
         */
        void commit(Optional<String> token) throws MailException;

        /** Drops what was not committed. */
        @Override
        void close();
    }

    /**
     * A message whose body is not here.
     *
     * @param size bytes, as its server said
     */
    record MissingBody(String remoteId, long size) {}

    /**
     * Bodies that are stored together, which costs little more than storing one. Used by one thread
     * at a time; several batches of a mailbox may be filled at once.
     */
    interface BodyBatch extends AutoCloseable {

        /**
         * Takes in a whole message's bytes, read to their end but never held whole in memory. A
         * message that is gone is passed over.
         *
         * @throws IOException as {@code bytes} threw it; this message is left out then
         * @throws MailException when they cannot be written
         */
        void store(String remoteId, InputStream bytes) throws IOException, MailException;

        /**
         * The same for a message that is not here yet: it must be committed before this batch is,
         * or it is passed over then.
         *
         * @throws IOException as {@code bytes} threw it; this message is left out then
         * @throws MailException when they cannot be written
         */
        void storeAhead(String remoteId, InputStream bytes) throws IOException, MailException;

        /** How many bodies wait for {@link #commit}. */
        int size();

        /** How many bytes wait for {@link #commit}. */
        long bytes();

        /** Makes all of them durable and visible at once; more can be taken in after that. */
        void commit() throws MailException;

        /** Drops what was not committed. */
        @Override
        void close();
    }
}
