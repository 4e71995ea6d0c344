package org.postern.store.exchange;

import org.postern.core.AtomicFile;
import org.postern.store.MailReader;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Writes an account's mail as mbox files (the mboxrd kind), one for each mailbox. Three lines
 * before each message say what the format cannot, so that {@link MboxSource} reads the same bytes
 * again.
 */
public final class MboxExport extends Export {

    private final Path folder;
    private final Optional<Path> only;
    private Optional<Path> target = Optional.empty();
    private OutputStream current = OutputStream.nullOutputStream();

    /**
     * @param folder where the files are made
     */
    public MboxExport(MailReader store, Path folder) {
        this(store, folder, Optional.empty());
    }

    private MboxExport(MailReader store, Path folder, Optional<Path> only) {
        super(store);
        this.folder = folder;
        this.only = only;
    }

    /** Writes to one file; for a single mailbox. */
    public static MboxExport toFile(MailReader store, Path file) {
        return new MboxExport(store, file.toAbsolutePath().getParent(), Optional.of(file));
    }

    @Override
    void begin(StoredMailbox mailbox) throws IOException {
        Path file = only.isPresent() ? only.get() : file(mailbox.path());
        target = Optional.of(file);
        current = new BufferedOutputStream(Files.newOutputStream(part(file)), 1 << 16);
    }

    private Path file(List<String> path) throws IOException {
        Path parent = FileNames.resolve(folder, path.subList(0, path.size() - 1));
        AtomicFile.privateFolder(parent);
        return parent.resolve(FileNames.encode(path.getLast()) + MboxSource.SUFFIX);
    }

    /** Until it is whole; a file of this name is what an export that broke off left. */
    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    @Override
    void write(MessageRow row, InputStream bytes) throws IOException {
        MboxHead head = new MboxHead(row.size(), row.date(), row.flags());
        current.write(head.lines().getBytes(StandardCharsets.US_ASCII));
        QuotingStream quoting = new QuotingStream(current);
        bytes.transferTo(quoting);
        quoting.finish();
    }

    @Override
    void complete() throws IOException {
        current.close();
        Path file = target.orElseThrow();
        try (FileChannel written = FileChannel.open(part(file), StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part(file), file, StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.force(file.toAbsolutePath().getParent());
    }

    @Override
    void end() throws IOException {
        current.close();
        current = OutputStream.nullOutputStream();
    }
}
