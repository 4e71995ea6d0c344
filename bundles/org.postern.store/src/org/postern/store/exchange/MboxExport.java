package org.postern.store.exchange;

import org.postern.core.AtomicFile;
import org.postern.store.MailReader;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes an account's mail as mbox files (the mboxrd kind), one for each mailbox. Three lines
 * before each message say what the format cannot, so that {@link MboxSource} reads the same bytes
 * again.
 */
public final class MboxExport extends Export {

    private final Path folder;
    private OutputStream current = OutputStream.nullOutputStream();

    /**
     * @param folder where the files are made
     */
    public MboxExport(MailReader store, Path folder) {
        super(store);
        this.folder = folder;
    }

    @Override
    void begin(StoredMailbox mailbox) throws IOException {
        List<String> path = mailbox.path();
        Path parent = FileNames.resolve(folder, path.subList(0, path.size() - 1));
        AtomicFile.privateFolder(parent);
        Path file = parent.resolve(FileNames.encode(path.getLast()) + MboxSource.SUFFIX);
        current = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
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
    void end() throws IOException {
        current.close();
        current = OutputStream.nullOutputStream();
    }
}
