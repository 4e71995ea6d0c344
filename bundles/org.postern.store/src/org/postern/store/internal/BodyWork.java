package org.postern.store.internal;

import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.internal.BodyTable.Body;
import org.postern.store.internal.pack.PackEntry;
import org.postern.store.internal.pack.PackWriter;
import org.postern.store.internal.pack.SourceFailed;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bodies that become durable together: the bytes are appended to a pack as they come and forced to
 * the disk once; then one transaction refers to them.
 */
public final class BodyWork implements MailStore.BodyBatch {

    private final StoreRoot root;
    private final Mailbox mailbox;
    private final List<Taken> taken = new ArrayList<>();
    private Optional<PackWriter> writer = Optional.empty();
    private long start;

    /**
     * A body that was taken in.
     *
     * @param known the number of a body with the same bytes; then the entry is that one's
     */
    private record Taken(String remoteId, PackEntry entry, Optional<Long> known) {}

    BodyWork(StoreRoot root, Mailbox mailbox) {
        this.root = root;
        this.mailbox = mailbox;
    }

    @Override
    public void store(String remoteId, InputStream bytes) throws IOException, MailException {
        try {
            take(remoteId, bytes);
        } catch (SourceFailed e) {
            throw e.reason();
        } catch (SQLException e) {
            throw Failures.writing(e);
        }
    }

    @Override
    public void storeAhead(String remoteId, InputStream bytes) throws IOException, MailException {
        try {
            take(remoteId, bytes);
        } catch (SourceFailed e) {
            throw e.reason();
        } catch (SQLException e) {
            throw Failures.writing(e);
        }
    }

    private void take(String remoteId, InputStream bytes)
            throws SQLException, IOException, MailException {
        PackEntry entry = appended(bytes);
        Optional<Taken> same = sameHere(entry);
        Optional<Body> body = same.isPresent() ? Optional.empty() : sameElsewhere(entry);
        if (same.isPresent() || body.isPresent()) {
            writer.orElseThrow().rewind(entry.position());
        }
        PackEntry kept = same.map(Taken::entry).or(() -> body.map(Body::entry)).orElse(entry);
        Optional<Long> known = same.flatMap(Taken::known).or(() -> body.map(Body::id));
        taken.add(new Taken(remoteId, kept, known));
    }

    private PackEntry appended(InputStream bytes) throws SourceFailed, MailException {
        try {
            if (writer.isEmpty()) {
                writer = Optional.of(root.packs().lend());
                start = writer.get().end();
            }
            return writer.get().append(bytes);
        } catch (SourceFailed e) {
            throw e;
        } catch (IOException e) {
            throw Failures.writing(e);
        }
    }

    private Optional<Taken> sameHere(PackEntry entry) throws IOException {
        for (Taken other : taken) {
            if (other.entry().resembles(entry) && same(entry, other.entry())) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private Optional<Body> sameElsewhere(PackEntry entry) throws SQLException, IOException {
        List<Body> candidates =
                root.ask(link -> BodyTable.resembling(link, entry)).orElse(List.of());
        for (Body candidate : candidates) {
            if (same(entry, candidate.entry())) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** An old entry that cannot be read is not the same as a new one that can. */
    private boolean same(PackEntry entry, PackEntry old) {
        try {
            return root.packs().folder().same(entry, old);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int size() {
        return taken.size();
    }

    @Override
    public long bytes() {
        return writer.map(w -> w.end() - start).orElse(0L);
    }

    @Override
    public void commit() throws MailException {
        if (!taken.isEmpty()) {
            commit(transaction -> null);
        }
    }

    /**
     * @param first done before, in the same transaction
     */
    <T> T commit(StoreRoot.Work<T> first) throws MailException {
        PackWriter pack = writer.orElseThrow();
        T result;
        try {
            if (pack.end() > start) {
                pack.force();
            }
            result = root.write(transaction -> enter(transaction, first));
        } catch (SQLException | IOException e) {
            throw Failures.writing(e);
        }
        start = pack.end();
        taken.clear();
        close();
        return result;
    }

    private <T> T enter(Transaction transaction, StoreRoot.Work<T> first) throws SQLException {
        T result = first.in(transaction);
        PackWriter pack = writer.orElseThrow();
        if (pack.end() > start) {
            BodyTable.size(transaction.link(), pack.number(), pack.end());
        }
        BodyEntry entering = new BodyEntry(transaction, transaction.edit(mailbox), this::same);
        long now = root.setup().clock().millis();
        for (Taken each : taken) {
            entering.enter(each.remoteId(), each.entry(), each.known(), now);
        }
        entering.finish();
        return result;
    }

    @Override
    public void close() {
        taken.clear();
        if (writer.isPresent()) {
            writer.get().rewind(start);
            root.packs().giveBack(writer.get());
            writer = Optional.empty();
        }
    }
}
