package org.postern.sync.internal;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.NewMessage;
import org.postern.store.StoredMailbox;
import org.postern.sync.Activity.Kind;
import org.postern.sync.EnginePace;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;
import org.postern.transport.SyncToken;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the changes of one mailbox into the store, a batch at a time; the token comes with the
 * last batch. When it breaks off in between, the next run begins at the old token again and finds
 * what is there already.
 */
final class MailboxSync implements ChangeSink {

    /** What somebody sees first is not kept waiting. */
    private static final int FIRST = 100;

    private final MailStore store;
    private final StoredMailbox mailbox;
    private final Reach reach;
    private final Committer committer;
    private final Clock clock;
    private final int most;
    private final long largest;
    private final Work work;
    private final Task progress;
    private MailStore.Batch batch;
    private int size;

    /** Of messages that come whole; empty while none did. */
    private Optional<WholeMessages> bodies = Optional.empty();

    /** Whether messages are missed, of which some may only be called otherwise. */
    private boolean missed;

    private Optional<Set<String>> believed = Optional.empty();

    /** When everything comes: what is here and did not come yet. */
    private Set<String> unseen = new HashSet<>();

    MailboxSync(
            MailStore store,
            StoredMailbox mailbox,
            Reach reach,
            EnginePace pace,
            Committer committer,
            Work work)
            throws MailException {
        this.store = store;
        this.mailbox = mailbox;
        this.reach = reach;
        this.committer = committer;
        this.clock = pace.clock();
        this.most = pace.batch();
        this.largest = pace.largestBody();
        this.size = Math.min(FIRST, most);
        this.work = work;
        this.batch = store.begin(mailbox.id());
        this.progress = work.task(Kind.LISTING, Optional.of(mailbox.name()), 0, 0);
    }

    void run(MailSession session) throws MailException {
        Optional<SyncToken> since = store.token(mailbox.id()).map(SyncToken::new);
        if (since.isEmpty()) {
            unseen = store.remoteIds(mailbox.id());
        }
        SyncToken token = changes(session, since);
        unseen.forEach(this::gone);
        boolean news = batch.size() > 0 || !since.equals(Optional.of(token));
        if (news || store.awaits(mailbox.id())) {
            hand(Optional.of(token.value()));
        }
        committer.settle();
    }

    /** Messages that came whole before the line broke or somebody cancelled are kept. */
    private SyncToken changes(MailSession session, Optional<SyncToken> since) throws MailException {
        try {
            return session.changes(mailbox.remoteId(), since, this, work);
        } finally {
            if (bodies.isPresent()) {
                hand(Optional.empty());
            }
        }
    }

    private void gone(String remoteId) {
        if (reach.dropBox()) {
            batch.keep(remoteId);
            missed |= believed().contains(remoteId);
        } else {
            batch.remove(remoteId);
        }
    }

    /** What the server should have; what was removed there on purpose is not among it. */
    private Set<String> believed() {
        if (believed.isEmpty()) {
            believed = Optional.of(store.remoteIds(mailbox.id()));
        }
        return believed.get();
    }

    @Override
    public void forgotten() {
        if (reach.dropBox()) {
            unseen = store.remoteIds(mailbox.id());
        } else {
            batch.forgetAll();
        }
    }

    /** What the user did is kept: the messages are the same. */
    @Override
    public void retold() {
        unseen = store.remoteIds(mailbox.id());
    }

    @Override
    public void added(RemoteMessage message) throws MailException {
        unseen.remove(message.id().value());
        NewMessage row = Rows.of(message, clock.instant());
        if (!reach.dropBox()) {
            batch.add(row);
        } else if (missed) {
            batch.addOrRename(row);
        } else { // it knows no flags: what the user did to a message here holds
            batch.addOnce(row);
        }
        progress.did(1, 0);
        handFullBatch();
    }

    @Override
    public boolean has(RemoteId id) throws MailException {
        Optional<Set<Flag>> flags = store.flags(mailbox.id(), id.value());
        if (flags.isPresent()) {
            unseen.remove(id.value());
            flags(id, flags.get());
        }
        return flags.isPresent();
    }

    @Override
    public long wholeUpTo() {
        return missed || !reach.dropBox() ? 0 : largest;
    }

    @Override
    public void added(RemoteMessage message, InputStream bytes) throws IOException, MailException {
        if (bodies.isEmpty()) {
            bodies = Optional.of(new WholeMessages(store.beginBodies(mailbox.id())));
        }
        bodies.get().take(message.id().value(), bytes);
        added(message);
        if (bodies.isPresent() && bodies.get().full()) {
            hand(Optional.empty());
        }
    }

    @Override
    public void flags(RemoteId id, Set<Flag> flags) throws MailException {
        batch.flags(id.value(), flags);
        handFullBatch();
    }

    @Override
    public void vanished(RemoteId id) throws MailException {
        gone(id.value());
        handFullBatch();
    }

    private void handFullBatch() throws MailException {
        work.check();
        if (batch.size() >= size && bodies.isEmpty()) {
            hand(Optional.empty());
            size = most;
        }
    }

    private void hand(Optional<String> token) throws MailException {
        MailStore.Batch full = batch;
        Optional<WholeMessages> whole = bodies;
        batch = store.begin(mailbox.id());
        bodies = Optional.empty();
        committer.hand(
                () -> {
                    full.commit(token);
                    if (whole.isPresent()) {
                        whole.get().commit();
                    }
                });
    }
}
