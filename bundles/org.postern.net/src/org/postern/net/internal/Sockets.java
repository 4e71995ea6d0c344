package org.postern.net.internal;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Small things that are done with sockets in several places. */
final class Sockets {

    private static final System.Logger LOG = System.getLogger(Sockets.class.getName());

    private Sockets() {}

    /** Never throws: there is nobody left to whom a failing close matters. */
    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a socket failed", e);
        }
    }

    /** For the system's calls, which count in int. */
    static int millis(Duration time) {
        return Math.clamp(time.toMillis(), 1, Integer.MAX_VALUE);
    }
}
