package org.postern.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Loopback ports on which nobody listens. */
public final class FreePorts {
    private FreePorts() {}

    /**
     * A port of 127.0.0.1 that refuses connections. Nothing reserves it: another process may take
     * it, though the system hands out a port again only after many others.
     */
    public static int refused() throws IOException {
        return find(1)[0];
    }

    /** So many different ports, each as {@link #refused()}. */
    public static int[] find(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
            }
            return sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
