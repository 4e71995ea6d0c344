package org.postern.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server socket on a free loopback port whose connections record what comes in. */
final class WireServerSocket extends ServerSocket {
    private static final int BACKLOG = 50;
    private final Recording wire;

    WireServerSocket(Recording wire) throws IOException {
        super(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        this.wire = wire;
    }

    @Override
    public Socket accept() throws IOException {
        WireSocket socket = new WireSocket(wire);
        implAccept(socket);
        // A second line must not wait until the client has acknowledged the first: that takes 40
        // ms.
        socket.setTcpNoDelay(true);
        return socket;
    }
}
