package org.postern.sync.internal;

import org.postern.account.Account;
import org.postern.account.SyncOptions;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.StoredMailbox;
import org.postern.sync.Activity.Kind;
import org.postern.sync.EnginePace;
import org.postern.transport.CanDelete;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One whole round for an account: what the user did goes out, what the server has comes in. */
final class Reception {

    private static final Logger LOG = System.getLogger(Reception.class.getName());

    private final Account account;
    private final MailStore store;
    private final EnginePace pace;
    private final SessionHolder holder;
    private final Urgent urgent;
    private final Work work;
    private final Consumer<Failure> backedOut;

    Reception(
            Account account,
            MailStore store,
            EnginePace pace,
            SessionHolder holder,
            Urgent urgent,
            Work work,
            Consumer<Failure> backedOut) {
        this.account = account;
        this.store = store;
        this.pace = pace;
        this.holder = holder;
        this.urgent = urgent;
        this.work = work;
        this.backedOut = backedOut;
    }

    /**
     * @return what the server turned out to be good for
     */
    Reach run() throws MailException {
        replay();
        urgent.serve(holder.session(), work);
        Reach reach = mailboxes();
        for (StoredMailbox mailbox : selectable()) {
            list(mailbox, reach);
            urgent.serve(holder.session(), work);
        }
        for (StoredMailbox mailbox : selectable()) {
            new BodySync(store, mailbox, holder, urgent, work).run(pace.largestBody());
        }
        if (reach.removal() != SyncOptions.Removal.NEVER) {
            for (StoredMailbox mailbox : selectable()) {
                removeFromServer(mailbox, reach.removal());
            }
        }
        return reach;
    }

    /** Sends what the user did. */
    void replay() throws MailException {
        Reach reach = reach(store.mailboxes(account.id()).size());
        Replay.Mailboxes mailboxes = mailbox -> list(mailbox, reach);
        new Replay(store, account.id(), holder, backedOut, mailboxes, work).run();
    }

    private Reach mailboxes() throws MailException {
        work.task(Kind.MAILBOXES);
        List<RemoteMailbox> remote = holder.session().mailboxes(work);
        if (!remote.isEmpty()) { // an account without any mailbox is a server's slip, not a wish
            store.reconcile(account.id(), remote.stream().map(Reception::entry).toList());
        }
        return reach(remote.size());
    }

    private Reach reach(int mailboxes) throws MailException {
        return Reach.of(holder.session(), mailboxes, account.sync());
    }

    private static MailStore.MailboxEntry entry(RemoteMailbox mailbox) {
        return new MailStore.MailboxEntry(
                mailbox.id(),
                mailbox.path(),
                mailbox.role(),
                mailbox.subscribed(),
                mailbox.selectable());
    }

    private List<StoredMailbox> selectable() {
        return store.mailboxes(account.id()).stream().filter(StoredMailbox::selectable).toList();
    }

    /** A mailbox that cannot be read does not keep the others from being read. */
    private void list(StoredMailbox mailbox, Reach reach) throws MailException {
        work.check();
        try {
            MailboxSync.run(
                    holder.session(), store, mailbox, reach, pace.batch(), pace.clock(), work);
        } catch (MailException e) {
            boolean alive =
                    e.failure() instanceof Failure.CommandRefused
                            || e.failure() instanceof Failure.NoSuchMailbox;
            if (!alive) {
                throw e;
            }
            LOG.log(Logger.Level.WARNING, mailbox.path() + ": " + e.failure());
        }
    }

    private void removeFromServer(StoredMailbox mailbox, SyncOptions.Removal removal)
            throws MailException {
        Instant before =
                switch (removal) {
                    case NEVER -> Instant.MIN;
                    case AT_ONCE -> Instant.MAX;
                    case AFTER_DAYS -> pace.clock().instant().minus(Duration.ofDays(days()));
                };
        List<RemoteId> ids =
                store.removable(mailbox.id(), before).stream().map(RemoteId::new).toList();
        if (ids.isEmpty()) {
            return;
        }
        work.task(Kind.REMOVING, Optional.of(mailbox.name()), ids.size(), 0);
        holder.session()
                .capability(CanDelete.class)
                .orElseThrow()
                .delete(mailbox.remoteId(), ids, work);
        holder.deleted();
    }

    private int days() {
        return account.sync().keepDays();
    }
}
