package org.postern.message;

import org.postern.message.internal.mime.MessageAssembly;
import org.postern.message.internal.mime.MimeReader;

import java.io.IOException;

/**
 * Turns the bytes of a message into something readable. No content makes it fail; only a source
 * that cannot be read does. Stateless, usable by several threads.
 */
public final class MessageReader {

    private MessageReader() {}

    /**
     * Reads a whole message (RFC 5322, MIME).
     *
     * @param message the message; must stay unchanged as long as the result is in use, since
     *     attachments are read from it
     * @throws IOException when the source cannot be read
     */
    public static ReadableMessage read(Bytes message) throws IOException {
        MimeReader reader = new MimeReader();
        return new MessageAssembly(reader.warnings()).assemble(reader.read(message));
    }
}
