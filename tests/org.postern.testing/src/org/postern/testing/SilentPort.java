package org.postern.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A loopback port from which nothing ever comes, until it is closed. */
public final class SilentPort implements AutoCloseable {
    private static final int CONNECT_MILLIS = 300;
    private static final int MOST_WAITING = 64;

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private SilentPort(String address, int port) throws IOException {
        server = new ServerSocket(port, 1, InetAddress.getByName(address));
    }

    /** A port that lets a client connect and then neither reads nor says anything. */
    public static SilentPort connecting() throws IOException {
        return new SilentPort("127.0.0.1", 0);
    }

    /**
     * A port on which even connecting does not come to an end, as behind a firewall that drops
     * packets: its queue of connections is full. Linux only.
     */
    public static SilentPort unreachable() throws IOException {
        return unreachable("127.0.0.1", 0);
    }

    /** The same on another loopback address, for example beside a server that works. */
    public static SilentPort unreachable(String address, int number) throws IOException {
        SilentPort port = new SilentPort(address, number);
        while (port.lets(new Socket())) {
            if (port.waiting.size() > MOST_WAITING) {
                port.close();
                throw new IllegalStateException("This system's queue of connections never fills");
            }
        }
        return port;
    }

    private boolean lets(Socket socket) throws IOException {
        waiting.add(socket);
        try {
            socket.connect(server.getLocalSocketAddress(), CONNECT_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** The port, on 127.0.0.1 unless it was asked for on another address. */
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : waiting) {
            socket.close();
        }
    }
}
