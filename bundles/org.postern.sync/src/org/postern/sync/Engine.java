package org.postern.sync;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who connects when, brings the server's state into the store and what the user did to the
 * server. Thread-safe. Methods with a monitor block; all others return at once.
 */
public interface Engine extends AutoCloseable {

    /** The account's state now; {@link AccountState.Idle} for one that is not known. */
    AccountState state(AccountId account);

    /**
     * The last time that the account was to have had less protection than it asks for, and did
     * without a connection instead. Survives a restart.
     */
    Optional<RefusedDowngrade> refusedDowngrade(AccountId account);

    /**
     * Receives mail now: opens a session, replays what the user did, reconciles all mailboxes. Does
     * nothing for an account that is offline. A call while another is under way for the same
     * account waits for that one.
     *
     * @throws MailException the failure that the account's state now tells of
     */
    void refresh(AccountId account, IProgressMonitor monitor) throws MailException;

    /**
     * Fetches one message's body now, before all others. Does nothing when it is here already.
     *
     * @throws MailException also when the account is offline
     */
    void fetch(MessageId message, IProgressMonitor monitor) throws MailException;

    /**
     * The user wants connections again; also the way out of {@link AccountState.OfflineCannot} by
     * "try again".
     */
    void goOnline(AccountId account);

    /** The user wants no connections: a session that is open is closed. */
    void goOffline(AccountId account);

    /** The account has another password now: one that waits for it is tried again. */
    void passwordChanged(AccountId account);

    /** What policies allow has changed: sessions are closed, and every account is tried again. */
    void policiesChanged();

    /**
     * Tries settings without storing anything: connects, logs in, lists the mailboxes, closes.
     *
     * @param secrets used instead of the stored ones
     * @return what protected the session
     */
    TrialResult attempt(Account account, TrialSecrets secrets, IProgressMonitor monitor)
            throws MailException;

    /**
     * The same with the stored password of the account's certificate.
     *
     * @param secret used instead of the stored one; empty uses the stored one
     */
    default TrialResult attempt(Account account, Optional<Secret> secret, IProgressMonitor monitor)
            throws MailException {
        return attempt(account, new TrialSecrets(secret, Optional.empty()), monitor);
    }

    /** Sets and clears flags: at once in the store, soon on the server. */
    void flag(MailboxId mailbox, Set<MessageId> messages, Set<Flag> add, Set<Flag> remove)
            throws MailException;

    /**
     * Deletes: to the account's trash where there is one and the transport can move, else for good.
     */
    Deletion delete(MailboxId mailbox, Set<MessageId> messages) throws MailException;

    /** Moves to another mailbox of the same account. */
    void move(MailboxId mailbox, Set<MessageId> messages, MailboxId target) throws MailException;

    /** Copies to another mailbox of the same account; the copies are there at once. */
    void copy(MailboxId mailbox, Set<MessageId> messages, MailboxId target) throws MailException;

    /**
     * Moves to the account's archive; does nothing to messages that lie there. None is made where
     * there is none: see decision 15.
     *
     * @throws MailException with a sentence for the user when the account has no archive
     */
    void archive(MailboxId mailbox, Set<MessageId> messages) throws MailException;

    /**
     * Puts a message into a mailbox. Its bytes are safe when this returns, and it is seen at once;
     * the server gets it soon.
     *
     * @param received when it came, as the server is told
     * @param message the whole of it, with any line ends; read to the end, closed by the caller
     * @throws IOException as {@code message} threw it; nothing was stored then
     */
    void append(MailboxId mailbox, Set<Flag> flags, Instant received, InputStream message)
            throws IOException, MailException;

    /**
     * Takes back a {@link #delete} to the trash, a {@link #move} or an {@link #archive}: the
     * messages are at once where they were. What the server has not heard of is as if it had not
     * been; else they are moved back from where they are now. Waits while other work for the
     * account is under way.
     *
     * @param messages all that were removed by that call, as they were before
     * @return whether it was taken back; false when some are not to be found any more
     */
    boolean takeBack(MailboxId mailbox, Collection<MessageRow> messages, IProgressMonitor monitor)
            throws MailException;

    void addListener(EngineListener listener);

    void removeListener(EngineListener listener);

    /** Ends all sessions and threads; intents that were not replayed are kept. */
    @Override
    void close();

    /** What {@link #delete} did. */
    enum Deletion {
        MOVED_TO_TRASH,
        FOR_GOOD
    }
}
