package org.postern.sync.internal;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.sync.Activity.Kind;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;
import org.postern.transport.SyncToken;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the changes of one mailbox into the store, a batch at a time; the token comes with the
 * last batch. When it breaks off in between, the next run begins at the old token again and finds
 * what is there already.
 */
final class MailboxSync implements ChangeSink {

    private final MailStore store;
    private final StoredMailbox mailbox;
    private final Reach reach;
    private final int batchSize;
    private final Clock clock;
    private final Work work;
    private final MailStore.Batch batch;
    private final Task progress;
    private final Map<String, Set<Flag>> known = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private boolean whole;

    private MailboxSync(
            MailStore store,
            StoredMailbox mailbox,
            Reach reach,
            int batchSize,
            Clock clock,
            Work work)
            throws MailException {
        this.store = store;
        this.mailbox = mailbox;
        this.reach = reach;
        this.batchSize = batchSize;
        this.clock = clock;
        this.work = work;
        this.batch = store.begin(mailbox.id());
        this.progress = work.task(Kind.LISTING, Optional.of(mailbox.name()), 0, 0);
    }

    static void run(
            MailSession session,
            MailStore store,
            StoredMailbox mailbox,
            Reach reach,
            int batchSize,
            Clock clock,
            Work work)
            throws MailException {
        MailboxSync sync = new MailboxSync(store, mailbox, reach, batchSize, clock, work);
        try (MailStore.Batch closing = sync.batch) {
            sync.run(session);
        }
    }

    private void run(MailSession session) throws MailException {
        Optional<SyncToken> since = store.token(mailbox.id()).map(SyncToken::new);
        if (since.isEmpty()) {
            everythingFollows();
        }
        SyncToken token = session.changes(mailbox.remoteId(), since, this, work);
        if (whole) {
            removeTheRest();
        }
        boolean nothingNew =
                batch.size() == 0 && since.map(SyncToken::value).equals(Optional.of(token.value()));
        if (!nothingNew || store.awaits(mailbox.id())) {
            batch.commit(Optional.of(token.value()));
        }
    }

    private void everythingFollows() {
        whole = true;
        for (MessageRow row : store.rows(mailbox.id())) {
            known.put(row.remoteId(), row.flags());
        }
    }

    /** What is here but did not come when everything came, is not there any more. */
    private void removeTheRest() {
        known.keySet().stream().filter(id -> !present.contains(id)).forEach(this::gone);
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
        everythingFollows();
        if (!reach.dropBox()) {
            batch.forgetAll();
            known.clear();
        }
    }

    /** What the user did is kept: the messages are the same. */
    @Override
    public void retold() {
        everythingFollows();
    }

    @Override
    public void added(RemoteMessage message) throws MailException {
        present.add(message.id().value());
        batch.add(Rows.of(message, flagsOf(message), clock.instant()));
        progress.did(1, 0);
        commitFullBatch();
    }

    /** A drop box knows no flags: what the user did to a message here holds. */
    private Set<Flag> flagsOf(RemoteMessage message) {
        return reach.dropBox()
                ? known.getOrDefault(message.id().value(), message.flags())
                : message.flags();
    }

    @Override
    public void flags(RemoteId id, Set<Flag> flags) throws MailException {
        batch.flags(id.value(), flags);
        commitFullBatch();
    }

    @Override
    public void vanished(RemoteId id) throws MailException {
        gone(id.value());
        commitFullBatch();
    }

    private void commitFullBatch() throws MailException {
        work.check();
        if (batch.size() >= batchSize) {
            batch.commit(Optional.empty());
        }
    }
}
