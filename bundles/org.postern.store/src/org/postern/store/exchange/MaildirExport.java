package org.postern.store.exchange;

import org.postern.core.AtomicFile;
import org.postern.store.MailReader;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/**
 * Writes an account's mail as Maildirs, a folder for each mailbox. A file has the message's bytes
 * as they are, its flags in its name, and its date as the time of its last change.
 */
public final class MaildirExport extends Export {

    private static final String INFO =
            System.getProperty("os.name").startsWith("Windows") ? ";2," : ":2,";

    private final Path folder;
    private Path current;

    /**
     * @param folder where the mailboxes' folders are made
     */
    public MaildirExport(MailReader store, Path folder) {
        super(store);
        this.folder = folder;
        this.current = folder;
    }

    @Override
    void begin(StoredMailbox mailbox) throws IOException {
        current = FileNames.resolve(folder, mailbox.path());
        for (String part : new String[] {"cur", "new", "tmp"}) {
            AtomicFile.privateFolder(current.resolve(part));
        }
    }

    @Override
    void write(MessageRow row, InputStream bytes) throws IOException {
        String unique = row.date().getEpochSecond() + "." + row.id().value() + ".postern";
        Path made = current.resolve("tmp").resolve(unique);
        Files.copy(bytes, made, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(made, FileTime.from(row.date()));
        Path file =
                current.resolve("cur").resolve(unique + INFO + MaildirFlags.letters(row.flags()));
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    void complete() throws IOException {
        // each message was moved to its place when it was whole
    }

    @Override
    void end() throws IOException {
        AtomicFile.force(current.resolve("cur"));
    }
}
