package org.postern.demo.internal.mail;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A message's bytes and when they arrived. Two messages may share one content.
 *
 * @param bytes the message with CRLF line ends; nobody changes the array
 * @param arrival IMAP's INTERNALDATE
 */
public record Content(byte[] bytes, OffsetDateTime arrival) {
    public Content {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(arrival, "arrival");
    }

    /** Makes every line end a CRLF, as it has to be on the wire. */
    public static byte[] withCrlf(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 32);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                out.write(bytes, start, i - start);
                out.write('\r');
                start = i;
            }
        }
        out.write(bytes, start, bytes.length - start);
        return out.toByteArray();
    }

    public int size() {
        return bytes.length;
    }

    /** Where the body begins: behind the empty line, or at the end when there is none. */
    public int bodyStart() {
        for (int i = 0; i < bytes.length - 1; i++) {
            boolean lineStart = i == 0 || bytes[i - 1] == '\n';
            if (lineStart && bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i + 2;
            }
        }
        return bytes.length;
    }

    @Override
    public String toString() {
        return size() + " bytes of " + arrival;
    }
}
