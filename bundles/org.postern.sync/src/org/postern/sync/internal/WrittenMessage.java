package org.postern.sync.internal;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.UserIntents.Intent;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A message that is not on any server.
 *
 * @param head its beginning, to and with the empty line where it is not too long
 * @param rest what follows
 */
public record WrittenMessage(byte[] head, InputStream rest, Set<Flag> flags, Instant received) {

    private static final int LONGEST_HEAD = 1 << 20;

    /**
     * @param bytes with any line ends
     */
    public static WrittenMessage of(InputStream bytes, Set<Flag> flags, Instant received)
            throws IOException {
        InputStream lines = new CrlfStream(bytes);
        return new WrittenMessage(head(lines), lines, flags, received);
    }

    private static byte[] head(InputStream lines) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int inLine = 0;
        int b = lines.read();
        while (b >= 0) {
            head.write(b);
            boolean empty = b == '\n' && inLine == 0;
            if (empty || head.size() == LONGEST_HEAD) {
                break;
            }
            inLine = b == '\n' ? 0 : b == '\r' ? inLine : inLine + 1;
            b = lines.read();
        }
        return head.toByteArray();
    }

    /** Puts it into a mailbox; the bytes are read to their end. */
    public Intent into(MailStore store, MailboxId mailbox) throws IOException, MailException {
        RemoteMessage message =
                new RemoteMessage(
                        new RemoteId("written"), flags, head.length, Optional.of(received), head);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), rest);
        return store.append(mailbox, Rows.of(message, received), received, all);
    }
}
