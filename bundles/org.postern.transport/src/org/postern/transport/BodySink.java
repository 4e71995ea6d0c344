package org.postern.transport;

import org.postern.core.MailException;

import java.io.IOException;
import java.io.InputStream;

/** Takes whole messages, on the thread that asked. */
@FunctionalInterface
public interface BodySink {

    /**
     * @param id which message
     * @param bytes the message as it is on the server, line ends included; valid during the call,
     *     need not be read to its end
     * @throws IOException as reading threw it, or because the bytes could not be stored
     * @throws MailException ends the streaming
     */
    void body(RemoteId id, InputStream bytes) throws IOException, MailException;
}
