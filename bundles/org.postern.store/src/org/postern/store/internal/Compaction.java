package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.store.internal.BodyTable.Body;
import org.postern.store.internal.pack.DamagedEntry;
import org.postern.store.internal.pack.PackEntry;
import org.postern.store.internal.pack.PackFolder;
import org.postern.store.internal.pack.PackWriter;
import org.postern.store.internal.pack.SourceFailed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives room back. A pack of which less than half is in use is emptied: its bodies are copied to
 * another, a few megabytes at a time, and a transaction for each part switches to the copies; the
 * pack is deleted when nothing refers to it. It can be stopped after any part.
 */
final class Compaction {

    private static final System.Logger LOG = System.getLogger(Compaction.class.getName());
    private static final int PART_BODIES = 256;
    private static final long PART_BYTES = 4 << 20;

    private final StoreRoot root;

    Compaction(StoreRoot root) {
        this.root = root;
    }

    /**
     * @throws OperationCanceledException when it was stopped; what was reclaimed until then is
     */
    void run(IProgressMonitor monitor) throws SQLException, IOException {
        for (long pack : wasteful()) {
            if (root.packs().retire(pack)) {
                empty(pack, monitor);
            }
        }
    }

    private List<Long> wasteful() throws SQLException {
        return root.ask(
                        link ->
                                link.list(
                                        "SELECT id FROM pack WHERE live < (size - ?) / 2"
                                                + " OR live = 0 ORDER BY live",
                                        row -> row.getLong(1),
                                        PackFolder.START))
                .orElse(List.of());
    }

    private void empty(long pack, IProgressMonitor monitor) throws SQLException, IOException {
        long from = 0;
        List<Body> part = part(pack, from);
        while (!part.isEmpty()) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            move(part);
            from = part.getLast().entry().end();
            part = part(pack, from);
        }
        if (root.write(transaction -> forgotten(transaction, pack))) {
            root.packs().folder().delete(pack);
        }
    }

    private List<Body> part(long pack, long from) throws SQLException {
        List<Body> found =
                root.ask(link -> BodyTable.inPack(link, pack, from, PART_BODIES)).orElse(List.of());
        List<Body> part = new ArrayList<>();
        long bytes = 0;
        for (Body body : found) {
            if (bytes > PART_BYTES) {
                break;
            }
            part.add(body);
            bytes += body.entry().length();
        }
        return part;
    }

    private void move(List<Body> part) throws SQLException, IOException {
        PackWriter writer = root.packs().lend();
        long start = writer.end();
        try {
            Map<Body, PackEntry> copies = copies(part, writer);
            writer.force();
            root.write(transaction -> switched(transaction, writer, copies));
            start = writer.end();
        } finally {
            writer.rewind(start);
            root.packs().giveBack(writer);
        }
    }

    /**
     * A damaged body stays where it is, and with it its pack, until {@link Check} deals with it.
     */
    private Map<Body, PackEntry> copies(List<Body> part, PackWriter writer) throws IOException {
        Map<Body, PackEntry> copies = new LinkedHashMap<>();
        for (Body body : part) {
            copy(body, writer).ifPresent(copy -> copies.put(body, copy));
        }
        return copies;
    }

    private Optional<PackEntry> copy(Body body, PackWriter writer) throws IOException {
        try (InputStream bytes = root.packs().folder().open(body.entry())) {
            return Optional.of(writer.append(bytes));
        } catch (DamagedEntry | NoSuchFileException | SourceFailed e) {
            LOG.log(System.Logger.Level.WARNING, "left where it is: " + body.entry(), e);
            return Optional.empty();
        }
    }

    private Void switched(Transaction transaction, PackWriter writer, Map<Body, PackEntry> copies)
            throws SQLException {
        BodyTable.size(transaction.link(), writer.number(), writer.end());
        for (Map.Entry<Body, PackEntry> copy : copies.entrySet()) {
            BodyTable.move(transaction.link(), copy.getKey(), copy.getValue());
        }
        return null;
    }

    private static boolean forgotten(Transaction transaction, long pack) throws SQLException {
        return transaction
                        .link()
                        .run(
                                "DELETE FROM pack WHERE id = ?"
                                        + " AND NOT EXISTS (SELECT 1 FROM body WHERE pack = pack.id)",
                                pack)
                > 0;
    }
}
