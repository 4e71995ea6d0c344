package org.postern.testing;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One connection through a proxy: the client's socket and the server's. */
final class ProxyLink {
    private final int number;
    private final Socket client;
    private final Socket server;
    private final List<Disturbance> disturbances;
    private final CountDownLatch stall = new CountDownLatch(1);

    ProxyLink(int number, Socket client, Socket server, List<Disturbance> disturbances)
            throws IOException {
        this.number = number;
        this.client = client;
        this.server = server;
        this.disturbances = disturbances;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    int number() {
        return number;
    }

    Socket source(Direction direction) {
        return direction == Direction.TO_SERVER ? client : server;
    }

    Socket target(Direction direction) {
        return direction == Direction.TO_SERVER ? server : client;
    }

    List<Disturbance> disturbances(Direction direction) {
        return disturbances.stream().filter(each -> each.direction() == direction).toList();
    }

    void awaitResume() throws InterruptedException {
        stall.await();
    }

    void resume() {
        stall.countDown();
    }

    void close() throws IOException {
        resume();
        client.close();
        server.close();
    }

    void reset() throws IOException {
        if (!client.isClosed()) {
            client.setSoLinger(true, 0);
        }
        if (!server.isClosed()) {
            server.setSoLinger(true, 0);
        }
        close();
    }
}
