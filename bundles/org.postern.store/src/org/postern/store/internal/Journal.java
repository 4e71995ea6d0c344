package org.postern.store.internal;

import org.postern.core.AtomicFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a mailbox's events: {@code snapshot} holds a state and the number of the journal
 * that goes on from it; {@code journal-<n>} holds what came since. When a journal has grown, a new
 * snapshot takes its place; a crash in between leaves either the old pair or the new one.
 */
final class Journal implements AutoCloseable {

    private static final String SNAPSHOT = "snapshot";
    private static final String JOURNAL = "journal-";
    private static final long SMALL = 1 << 20;

    private final Path folder;
    private long number;
    private long snapshotSize;
    private RecordLog log;

    private Journal(Path folder) {
        this.folder = folder;
    }

    /**
     * @param state receives all events
     * @throws DamagedFile when the files are not as they were left
     */
    static Journal open(Path folder, MailboxState state) throws IOException {
        Journal journal = new Journal(folder);
        journal.readSnapshot(state);
        List<byte[]> records = new ArrayList<>();
        journal.log = RecordLog.open(journal.file(), records);
        try {
            for (byte[] record : records) {
                state.apply(EventReader.read(record));
            }
            journal.removeOthers();
        } catch (IOException e) {
            journal.log.close();
            throw e;
        }
        return journal;
    }

    private void readSnapshot(MailboxState state) throws IOException {
        Path file = folder.resolve(SNAPSHOT);
        if (!Files.exists(file)) {
            return;
        }
        RecordLog.Content content = RecordLog.read(file);
        List<Event> events = new ArrayList<>();
        for (byte[] record : content.records()) {
            events.add(EventReader.read(record));
        }
        if (content.torn()
                || events.isEmpty()
                || !(events.removeLast() instanceof Event.SnapshotEnd end)) {
            throw new DamagedFile(file + " is not whole");
        }
        number = end.journal();
        snapshotSize = content.end();
        events.forEach(state::apply);
    }

    private void removeOthers() throws IOException {
        AtomicFile.removeLeftovers(folder);
        try (var files = Files.newDirectoryStream(folder, JOURNAL + "*")) {
            for (Path each : files) {
                if (!each.equals(file())) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Whether the end of the journal was found damaged, or half written, and was cut off. */
    boolean cut() {
        return log.cut();
    }

    /** Durable when it returns, and not there when it throws. */
    void append(Event event) throws IOException {
        log.append(EventWriter.bytes(event));
    }

    /** Whether reading the journal takes notably longer than reading a snapshot would. */
    boolean grown() {
        return log.size() > SMALL && log.size() > 2 * snapshotSize;
    }

    /** Writes the state as a snapshot and begins a new journal. */
    void compact(MailboxState state) throws IOException {
        List<byte[]> records = new ArrayList<>();
        state.events().forEach(event -> records.add(EventWriter.bytes(event)));
        records.add(EventWriter.bytes(new Event.SnapshotEnd(number + 1)));
        Path old = file();
        number++;
        RecordLog next = begin(records);
        log.close();
        log = next;
        snapshotSize = Files.size(folder.resolve(SNAPSHOT));
        Files.deleteIfExists(old);
    }

    private RecordLog begin(List<byte[]> records) throws IOException {
        RecordLog next = null;
        try {
            Files.deleteIfExists(file());
            next = RecordLog.open(file(), new ArrayList<>());
            AtomicFile.write(folder.resolve(SNAPSHOT), out -> RecordLog.write(out, records));
            return next;
        } catch (IOException e) {
            number--;
            if (next != null) {
                next.close();
            }
            throw e;
        }
    }

    private Path file() {
        return folder.resolve(JOURNAL + number);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
