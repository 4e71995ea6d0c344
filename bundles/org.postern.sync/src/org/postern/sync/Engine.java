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

    /**
     * Takes back a {@link #delete} or {@link #move} that the server has not heard of: the messages
     * are at once where they were. Waits while other work for the account is under way.
     *
     * @param messages all that were removed by that call, as they were before
     * @return whether it was taken back; false when it is too late
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
