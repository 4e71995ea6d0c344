package org.postern.search.internal.index;

import org.postern.core.MailException;
import org.postern.message.Bytes;
import org.postern.message.Headers;
import org.postern.message.MessageText;
import org.postern.store.MailStore;
import org.postern.store.MessageRow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the text of messages out of the store. Thread-safe. */
public final class Content {

    /** Characters of text of one message that can be found; more is not what somebody wrote. */
    static final int MOST_TEXT = 4_000_000;

    /** Larger messages are read by way of a file, so that they are never whole in memory. */
    private static final int IN_MEMORY = 2 << 20;

    private static final Logger LOG = System.getLogger(Content.class.getName());

    private final MailStore store;
    private final Path folder;

    /**
     * @param folder for messages that are too large for memory
     */
    public Content(MailStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * What can be read of a message: all its text, or what its header block has.
     *
     * @return empty when it is not there any more
     */
    public Optional<MessageText> of(MessageRow row) {
        try {
            Optional<InputStream> bytes = row.complete() ? store.open(row.id()) : Optional.empty();
            if (bytes.isEmpty()) {
                return store.feed().headers(row.id()).map(Content::headersOnly);
            }
            try (InputStream in = bytes.get()) {
                return Optional.of(read(in, row.size()));
            }
        } catch (IOException | MailException | RuntimeException e) {
            LOG.log(Logger.Level.WARNING, "message " + row.id().value() + " cannot be read", e);
            return Optional.empty();
        }
    }

    private static MessageText headersOnly(byte[] block) {
        Headers headers = Headers.read(block);
        return new MessageText(headers, List.of(), List.of(), headers.hasAttachmentHint());
    }

    private MessageText read(InputStream in, long size) throws IOException {
        if (size <= IN_MEMORY) {
            byte[] all = new byte[(int) size];
            int length = in.readNBytes(all, 0, all.length);
            return MessageText.read(Bytes.of(all).slice(0, length), MOST_TEXT);
        }
        Path file = Files.createTempFile(folder, "message-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            return MessageText.read(Bytes.of(file), MOST_TEXT);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
