package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.StoredMailbox;

import java.util.Optional;

/** What is kept in memory of a mailbox; changed only after a commit, by the thread that did it. */
final class Mailbox {

    private final MailboxId id;
    private final AccountId account;
    private final Pending pending = new Pending();
    private final RowCache rows = new RowCache();
    private final Ranks ranks = new Ranks();
    private final ThreadCache threads = new ThreadCache();
    private volatile MailboxEntry entry;
    private volatile Standing standing;

    /**
     * How far it is.
     *
     * @param token that was committed last
     * @param total messages that the user sees
     * @param unread of them
     */
    record Standing(Optional<String> token, int total, int unread) {
        static final Standing NEW = new Standing(Optional.empty(), 0, 0);
    }

    Mailbox(MailboxId id, AccountId account, MailboxEntry entry, Standing standing) {
        this.id = id;
        this.account = account;
        this.entry = entry;
        this.standing = standing;
    }

    MailboxId id() {
        return id;
    }

    long number() {
        return id.value();
    }

    AccountId account() {
        return account;
    }

    Pending pending() {
        return pending;
    }

    RowCache rows() {
        return rows;
    }

    Ranks ranks() {
        return ranks;
    }

    ThreadCache threads() {
        return threads;
    }

    MailboxEntry entry() {
        return entry;
    }

    Standing standing() {
        return standing;
    }

    void become(MailboxEntry now) {
        entry = now;
    }

    void stand(Standing now) {
        standing = now;
    }

    StoredMailbox stored() {
        MailboxEntry is = entry;
        Standing at = standing;
        return new StoredMailbox(
                id,
                account,
                is.remoteId(),
                is.path(),
                is.role(),
                is.subscribed(),
                is.selectable(),
                at.total(),
                at.unread());
    }
}
