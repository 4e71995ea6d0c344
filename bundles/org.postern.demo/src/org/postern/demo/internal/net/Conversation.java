package org.postern.demo.internal.net;

import java.io.IOException;

/** The server's side of one connection, from the greeting to the farewell. */
public interface Conversation {
    /**
     * Talks until the client leaves or the connection breaks. The caller closes the connection.
     *
     * @throws IOException when the connection breaks; a normal end of a conversation too
     */
    void run() throws IOException;
}
