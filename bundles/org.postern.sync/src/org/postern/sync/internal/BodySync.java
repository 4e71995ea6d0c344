package org.postern.sync.internal;

import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fetches the bodies that a mailbox lacks, newest first, a chunk at a time. */
final class BodySync {

    private static final int CHUNK_MESSAGES = 50;
    private static final long CHUNK_BYTES = 4_000_000;

    private final MailStore store;
    private final StoredMailbox mailbox;
    private final SessionHolder holder;
    private final Urgent urgent;
    private final Work work;
    private int done;
    private int total;

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
        total = chunks.stream().mapToInt(List::size).sum();
        for (List<RemoteId> chunk : chunks) {
            work.check();
            urgent.serve(holder.session(), work);
            holder.session().bodies(mailbox.remoteId(), chunk, this::store, work);
        }
    }

    private void store(RemoteId id, InputStream bytes) throws IOException, MailException {
        store.storeBody(mailbox.id(), id.value(), bytes);
        done++;
        String text = Messages.format("activity.bodies", mailbox.name(), done, total);
        work.report(text, done, total);
        work.check();
    }

    private List<List<RemoteId>> chunks(long largest) {
        Map<String, Long> sizes = new HashMap<>();
        for (MessageRow row : store.rows(mailbox.id())) {
            sizes.put(row.remoteId(), row.size());
        }
        List<List<RemoteId>> chunks = new ArrayList<>();
        List<RemoteId> chunk = new ArrayList<>();
        long bytes = 0;
        for (String id : store.incomplete(mailbox.id())) {
            long size = sizes.getOrDefault(id, 0L);
            if (size > largest) {
                continue;
            }
            if (chunk.size() == CHUNK_MESSAGES || (!chunk.isEmpty() && bytes > CHUNK_BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(new RemoteId(id));
            bytes += size;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
