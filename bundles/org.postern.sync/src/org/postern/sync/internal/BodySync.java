package org.postern.sync.internal;

import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailStore.BodyBatch;
import org.postern.store.MailStore.MissingBody;
import org.postern.store.StoredMailbox;
import org.postern.sync.Activity.Kind;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches the bodies that a mailbox lacks, newest first, a chunk at a time. */
final class BodySync {

    private static final int CHUNK_MESSAGES = 50;
    private static final long CHUNK_BYTES = 4_000_000;
    private static final int COMMIT_MESSAGES = 200;
    private static final long COMMIT_BYTES = 16_000_000;
    private static final Duration COMMIT_TIME = Duration.ofSeconds(1);

    private final MailStore store;
    private final StoredMailbox mailbox;
    private final SessionHolder holder;
    private final Urgent urgent;
    private final Work work;
    private long committed = System.nanoTime();
    private long wantedBytes;

    BodySync(
            MailStore store,
            StoredMailbox mailbox,
            SessionHolder holder,
            Urgent urgent,
            Work work) {
        this.store = store;
        this.mailbox = mailbox;
        this.holder = holder;
        this.urgent = urgent;
        this.work = work;
    }

    /**
     * @param largest messages that are larger stay on the server until somebody opens them
     */
    void run(long largest) throws MailException {
        List<List<RemoteId>> chunks = chunks(largest);
        if (chunks.isEmpty()) {
            return;
        }
        long wanted = chunks.stream().mapToInt(List::size).sum();
        Optional<String> name = Optional.of(mailbox.name());
        Task progress = work.task(Kind.FETCHING, name, wanted, wantedBytes);
        try (BodyBatch batch = store.beginBodies(mailbox.id())) {
            fetch(chunks, batch, progress);
        }
    }

    /** What came before the line broke or somebody cancelled is kept. */
    private void fetch(List<List<RemoteId>> chunks, BodyBatch batch, Task progress)
            throws MailException {
        try {
            for (List<RemoteId> chunk : chunks) {
                work.check();
                urgent.serve(holder.session(), work);
                String from = mailbox.remoteId();
                holder.session()
                        .bodies(from, chunk, (id, in) -> take(batch, id, in, progress), work);
                commitSometimes(batch);
            }
        } catch (MailException | RuntimeException e) {
            keep(batch, e);
            throw e;
        }
        batch.commit();
    }

    private static void keep(BodyBatch batch, Exception reason) {
        try {
            batch.commit();
        } catch (MailException e) {
            reason.addSuppressed(e);
        }
    }

    /** A commit waits for the disk; one for each message would be the slowest part of all. */
    private void commitSometimes(BodyBatch batch) throws MailException {
        boolean full = batch.size() >= COMMIT_MESSAGES || batch.bytes() >= COMMIT_BYTES;
        if (full || System.nanoTime() - committed > COMMIT_TIME.toNanos()) {
            batch.commit();
            committed = System.nanoTime();
        }
    }

    private void take(BodyBatch batch, RemoteId id, InputStream bytes, Task progress)
            throws IOException, MailException {
        long before = batch.bytes();
        batch.store(id.value(), bytes);
        progress.did(1, batch.bytes() - before);
        work.check();
    }

    private List<List<RemoteId>> chunks(long largest) {
        List<List<RemoteId>> chunks = new ArrayList<>();
        List<RemoteId> chunk = new ArrayList<>();
        long bytes = 0;
        for (MissingBody body : store.missing(mailbox.id())) {
            if (body.size() > largest) {
                continue;
            }
            if (chunk.size() == CHUNK_MESSAGES || (!chunk.isEmpty() && bytes > CHUNK_BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(new RemoteId(body.remoteId()));
            bytes += body.size();
            wantedBytes += body.size();
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
