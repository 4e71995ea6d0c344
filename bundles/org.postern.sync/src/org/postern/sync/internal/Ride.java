package org.postern.sync.internal;

import org.postern.core.MailException;
import org.postern.store.MailStore.BodyBatch;
import org.postern.store.StoredMailbox;
import org.postern.sync.internal.BodyQueue.Portion;
import org.postern.transport.BodyOrders;
import org.postern.transport.BodySink;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One stream of bodies out of one mailbox, into batches that others commit. */
final class Ride implements BodyOrders, BodySink {

    /** Opens a batch. */
    @FunctionalInterface
    interface Batches {
        BodyBatch begin(StoredMailbox mailbox) throws MailException;
    }

    private final StoredMailbox mailbox;
    private final Task progress;
    private final Supplier<Optional<Portion>> more;
    private final Batches batches;
    private final Committer committer;
    private final Gait gait;
    private final Load load = new Load();
    private final Map<RemoteId, Long> owed = new LinkedHashMap<>();
    private Optional<Portion> first;
    private Optional<BodyBatch> batch = Optional.empty();

    /**
     * @param more what comes after it, in the same mailbox
     */
    Ride(
            Portion first,
            Supplier<Optional<Portion>> more,
            Batches batches,
            Committer committer,
            Gait gait) {
        this.mailbox = first.mailbox();
        this.progress = first.progress();
        this.first = Optional.of(first);
        this.more = more;
        this.batches = batches;
        this.committer = committer;
        this.gait = gait;
    }

    @Override
    public Collection<RemoteId> next() {
        Optional<Portion> next = first.isPresent() ? first : more.get();
        first = Optional.empty();
        next.ifPresent(portion -> owed.putAll(portion.sizes()));
        return next.map(Portion::ids).orElse(List.of());
    }

    @Override
    public void body(RemoteId id, InputStream bytes) throws IOException, MailException {
        if (batch.isEmpty()) {
            batch = Optional.of(batches.begin(mailbox));
            load.begin();
        }
        BodyBatch into = batch.get();
        long before = into.bytes();
        into.store(id.value(), bytes);
        owed.remove(id);
        gait.came(into.bytes() - before);
        progress.did(1, into.bytes() - before);
        if (load.full(into)) {
            hand();
        }
    }

    /** Has what came until now committed. */
    void hand() throws MailException {
        if (batch.isPresent()) {
            BodyBatch full = batch.get();
            batch = Optional.empty();
            committer.hand(() -> commit(full));
        }
    }

    private static void commit(BodyBatch full) throws MailException {
        try (full) {
            full.commit();
        }
    }

    /** What did not come. */
    Portion owed() {
        return new Portion(mailbox, new LinkedHashMap<>(owed), progress);
    }
}
