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
import org.postern.transport.CanGlance;
import org.postern.transport.CanGlance.Listing;
import org.postern.transport.CanRecognize;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One whole round for an account: what the user did goes out, what the server has comes in. */
final class Reception implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Reception.class.getName());

    private final Account account;
    private final MailStore store;
    private final EnginePace pace;
    private final SessionHolder holder;
    private final Urgent urgent;
    private final Crowd crowd;
    private final Work work;
    private final Consumer<Failure> backedOut;
    private final Committer committer = new Committer();

    Reception(
            Account account,
            MailStore store,
            EnginePace pace,
            SessionHolder holder,
            Urgent urgent,
            Crowd crowd,
            Work work,
            Consumer<Failure> backedOut) {
        this.account = account;
        this.store = store;
        this.pace = pace;
        this.holder = holder;
        this.urgent = urgent;
        this.crowd = crowd;
        this.work = work;
        this.backedOut = backedOut;
    }

    /**
     * @return what the server turned out to be good for
     */
    Reach run() throws MailException {
        replay();
        urgent.serve(holder.session(), work);
        Set<String> unchanged = mailboxes();
        Reach reach = reach();
        for (StoredMailbox mailbox : selectable()) {
            if (!unchanged.contains(mailbox.remoteId())) {
                list(mailbox, reach);
            }
            urgent.serve(holder.session(), work);
        }
        bodies();
        if (reach.removal() != SyncOptions.Removal.NEVER) {
            for (StoredMailbox mailbox : selectable()) {
                removeFromServer(mailbox, reach.removal());
            }
        }
        return reach;
    }

    private void bodies() throws MailException {
        BodyQueue queue = new BodyQueue(store, selectable(), pace.largestBody(), work);
        if (!queue.isEmpty()) {
            new Lanes(store, holder, urgent, crowd, committer, work).run(queue);
        }
    }

    /** Sends what the user did. */
    void replay() throws MailException {
        Reach reach = reach();
        new Replay(store, account.id(), holder, backedOut, new Places(reach), work).run();
    }

    /** The mailboxes that the user did something in, wherever they are by now. */
    private final class Places implements Replay.Mailboxes {
        private final Reach reach;
        private boolean asked;

        Places(Reach reach) {
            this.reach = reach;
        }

        @Override
        public void list(StoredMailbox mailbox) throws MailException {
            if (!Reception.this.list(mailbox, reach) && renamed()) {
                Optional<StoredMailbox> now = store.mailbox(mailbox.id());
                if (now.isPresent()) {
                    Reception.this.list(now.get(), reach);
                }
            }
        }

        /** Asked once: what is not found the first time is gone. */
        @Override
        public boolean renamed() throws MailException {
            boolean first = !asked;
            asked = true;
            MailSession session = holder.session();
            return first
                    && session.capability(CanRecognize.class).isPresent()
                    && renames().settle(session, session.mailboxes(work));
        }
    }

    private Renames renames() {
        return new Renames(store, account.id(), work);
    }

    /**
     * @return what those mailboxes are called there that are as they were
     */
    private Set<String> mailboxes() throws MailException {
        work.task(Kind.MAILBOXES);
        Listing listing = listing();
        if (!listing.mailboxes().isEmpty()) { // none at all is a server's slip, not a wish
            renames().settle(holder.session(), listing.mailboxes());
            store.reconcile(
                    account.id(), listing.mailboxes().stream().map(Renames::entry).toList());
        }
        return listing.unchanged();
    }

    private Listing listing() throws MailException {
        MailSession session = holder.session();
        Optional<CanGlance> glancing = session.capability(CanGlance.class);
        return glancing.isPresent()
                ? glancing.get().mailboxes(tokens(), work)
                : new Listing(session.mailboxes(work), Set.of());
    }

    /** Of those whose mail is all that is expected there. */
    private Map<String, SyncToken> tokens() {
        Map<String, SyncToken> tokens = new HashMap<>();
        for (StoredMailbox mailbox : selectable()) {
            Optional<String> token = store.token(mailbox.id());
            if (token.isPresent() && !store.awaits(mailbox.id())) {
                tokens.put(mailbox.remoteId(), new SyncToken(token.get()));
            }
        }
        return tokens;
    }

    private Reach reach() throws MailException {
        int mailboxes = store.mailboxes(account.id()).size();
        return Reach.of(holder.session(), mailboxes, account.sync());
    }

    private List<StoredMailbox> selectable() {
        return store.mailboxes(account.id()).stream().filter(StoredMailbox::selectable).toList();
    }

    /**
     * A mailbox that cannot be read does not keep the others from being read.
     *
     * @return false when there is none of that name
     */
    private boolean list(StoredMailbox mailbox, Reach reach) throws MailException {
        work.check();
        try {
            new MailboxSync(store, mailbox, reach, pace, committer, work).run(holder.session());
            return true;
        } catch (MailException e) {
            boolean alive =
                    e.failure() instanceof Failure.CommandRefused
                            || e.failure() instanceof Failure.NoSuchMailbox;
            if (!alive) {
                throw e;
            }
            LOG.log(Logger.Level.WARNING, mailbox.path() + ": " + e.failure());
            return !(e.failure() instanceof Failure.NoSuchMailbox);
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
        keep(mailbox, ids);
    }

    /** They are only here from now on. */
    private void keep(StoredMailbox mailbox, List<RemoteId> ids) throws MailException {
        try (MailStore.Batch batch = store.begin(mailbox.id())) {
            ids.forEach(id -> batch.keep(id.value()));
            batch.commit(Optional.empty());
        }
    }

    private int days() {
        return account.sync().keepDays();
    }

    /** Waits for what is on its way to the disk. */
    @Override
    public void close() {
        committer.close();
    }
}
