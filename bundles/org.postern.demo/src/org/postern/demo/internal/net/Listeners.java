package org.postern.demo.internal.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

/** The open ports and their connections, one virtual thread each. */
public final class Listeners implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Listeners.class.getName());
    private static final int MAX_CONNECTIONS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<ServerSocket> ports = ConcurrentHashMap.newKeySet();
    private final Set<Thread> acceptors = ConcurrentHashMap.newKeySet();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** What prepares a connection before its conversation begins. */
    private interface Preparation {
        void prepare(Wire wire) throws IOException;
    }

    /** Opens a port for conversations that begin in clear. */
    public int open(Function<Wire, Conversation> talk) throws IOException {
        return open(wire -> {}, talk);
    }

    /** Opens a port for conversations inside TLS. */
    public int openTls(SSLContext tls, Function<Wire, Conversation> talk) throws IOException {
        return open(wire -> wire.secure(tls), talk);
    }

    private int open(Preparation first, Function<Wire, Conversation> talk) throws IOException {
        ServerSocket port = new ServerSocket();
        ports.add(port);
        port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        acceptors.add(Thread.startVirtualThread(() -> accept(port, first, talk)));
        return port.getLocalPort();
    }

    private void accept(ServerSocket port, Preparation first, Function<Wire, Conversation> talk) {
        while (!port.isClosed()) {
            try {
                Socket socket = port.accept();
                begin(socket, () -> converse(socket, first, talk));
            } catch (IOException e) {
                closeQuietly(port::close);
            }
        }
    }

    private void begin(Socket socket, Runnable conversation) {
        connections.add(socket);
        try {
            threads.execute(conversation);
        } catch (RejectedExecutionException e) {
            // The server is closing, and may have looked through the connections already.
            closeQuietly(socket::close);
        }
    }

    private void converse(Socket socket, Preparation first, Function<Wire, Conversation> talk) {
        try (socket) {
            if (connections.size() > MAX_CONNECTIONS) {
                return;
            }
            Wire wire = new Wire(socket);
            first.prepare(wire);
            talk.apply(wire).run();
            wire.close();
        } catch (IOException e) {
            // A client that leaves without a farewell is the normal end of most connections.
            LOG.log(Level.DEBUG, "A connection ended", e);
        } finally {
            connections.remove(socket);
        }
    }

    /** Closes the sockets under all conversations, so that blocked reads and writes end at once. */
    @Override
    public void close() {
        ports.forEach(port -> closeQuietly(port::close));
        threads.shutdownNow();
        connections.forEach(socket -> closeQuietly(socket::close));
        waitForPorts();
    }

    /** A port that a thread still waits on stays open until that thread has noticed the close. */
    private void waitForPorts() {
        try {
            for (Thread acceptor : acceptors) {
                acceptor.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Closing {
        void close() throws IOException;
    }

    private static void closeQuietly(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket did not close", e);
        }
    }
}
