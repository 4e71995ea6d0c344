package org.postern.sync.tests;

import org.postern.core.Security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** The server of a model check: one port, one run after the other. */
final class GatePeer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final List<GateTalk> talks = new ArrayList<>();
    private Choices choices;
    private Security security;
    private GateWords words;
    private int open;

    GatePeer() throws IOException {
        Thread.ofPlatform().daemon().name("gate peer").start(this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What comes from here on belongs to a new run. */
    synchronized void begin(Choices newChoices, Security newSecurity, GateWords newWords) {
        talks.clear();
        choices = newChoices;
        security = newSecurity;
        words = newWords;
    }

    /** The talks of this run, when the client has ended them all. */
    synchronized List<GateTalk> talks() throws InterruptedException {
        while (open > 0) {
            wait();
        }
        return List.copyOf(talks);
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                GateTalk talk = add(socket);
                Thread.ofVirtual().start(() -> run(talk, socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new AssertionError(e);
            }
        }
    }

    private synchronized GateTalk add(Socket socket) {
        GateTalk talk = new GateTalk(socket, choices, security, words);
        talks.add(talk);
        open++;
        return talk;
    }

    private void run(GateTalk talk, Socket socket) {
        try (socket) {
            talk.run();
        } catch (IOException e) {
            talk.endedBy(e);
        } finally {
            end();
        }
    }

    private synchronized void end() {
        open--;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
