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
    private final Work work;
    private final Task progress;
    private MailStore.Batch batch;
    private int size;

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
        SyncToken token = session.changes(mailbox.remoteId(), since, this, work);
        unseen.forEach(this::gone);
        boolean news = batch.size() > 0 || !since.equals(Optional.of(token));
        if (news || store.awaits(mailbox.id())) {
            hand(Optional.of(token.value()));
        }
        committer.settle();
    }

    private void gone(String remoteId) {
        if (reach.dropBox()) {
            batch.keep(remoteId);
        } else {
            batch.remove(remoteId);
        }
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
        if (reach.dropBox()) { // it knows no flags: what the user did to a message here holds
            batch.addOnce(row);
        } else {
            batch.add(row);
        }
        progress.did(1, 0);
        handFullBatch();
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
        if (batch.size() >= size) {
            hand(Optional.empty());
            size = most;
        }
    }

    private void hand(Optional<String> token) throws MailException {
        MailStore.Batch full = batch;
        batch = store.begin(mailbox.id());
        committer.hand(() -> full.commit(token));
    }
}
