package org.postern.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Accepts connections for a scripted server and gives each a thread and its script. */
final class ScriptListener implements AutoCloseable {
    private final List<ConnectionScript> scripts;
    private final boolean repeating;
    private final List<ScriptProgress> progress = new CopyOnWriteArrayList<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Recording clear = new Recording();
    private final Recording secured = new Recording();
    private final Recording wire = new Recording();
    private final ServerSocket server = new WireServerSocket(wire);

    ScriptListener(List<ConnectionScript> scripts, boolean repeating) throws IOException {
        this.scripts = List.copyOf(scripts);
        this.repeating = repeating;
        for (ConnectionScript script : scripts) {
            progress.add(new ScriptProgress(progress.size() + 1, script.steps()));
        }
        start("scripted server " + port(), this::acceptAll);
    }

    private void start(String name, Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(work);
        threads.add(thread);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (true) {
                accept(server.accept());
                closeIfClosing();
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                surprises.add("the port failed: " + e);
            }
        }
    }

    /** A connection that is accepted while {@link #close} runs is not in its list yet. */
    private void closeIfClosing() throws IOException {
        if (server.isClosed()) {
            sockets.getLast().close();
        }
    }

    private void accept(Socket socket) throws IOException {
        sockets.add(socket);
        int index = sockets.size() - 1;
        if (index < scripts.size()) {
            serve(socket, scripts.get(index), progress.get(index));
        } else if (repeating) {
            ScriptProgress further = new ScriptProgress(index + 1, scripts.getLast().steps());
            progress.add(further);
            serve(socket, scripts.getLast(), further);
        } else {
            surprises.add("connection " + (index + 1) + " came, but there is no script for it");
            socket.close();
        }
    }

    private void serve(Socket socket, ConnectionScript script, ScriptProgress itsProgress) {
        start("scripted connection", () -> converse(socket, script, itsProgress));
    }

    private void converse(Socket socket, ConnectionScript script, ScriptProgress itsProgress) {
        try (Wire its = new Wire(socket, clear, secured)) {
            new Conversation(its, script, itsProgress).run();
        } catch (IOException e) {
            itsProgress.failed("the connection could not be closed: " + e);
        } catch (InterruptedException e) {
            itsProgress.failed("the test stopped the server");
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return sockets.size();
    }

    List<ScriptProgress> progress() {
        return List.copyOf(progress);
    }

    Recording clear() {
        return clear;
    }

    Recording secured() {
        return secured;
    }

    Recording wire() {
        return wire;
    }

    List<String> failures() {
        Stream<String> mismatches =
                progress.stream().map(ScriptProgress::failure).flatMap(Optional::stream);
        return Stream.concat(mismatches, surprises.stream()).toList();
    }

    void assertAll(ScriptWait wait, Duration limit) throws InterruptedException {
        for (ScriptProgress each : progress) {
            boolean come = wait.await(each, limit);
            assertNoFailures();
            if (!come) {
                throw new AssertionError("The script waits for the client: " + each.waiting());
            }
        }
    }

    private void assertNoFailures() {
        List<String> failures = failures();
        if (!failures.isEmpty()) {
            throw new AssertionError("The script was left: " + String.join("\n", failures));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.forEach(Threads::join);
    }

    /** What a test waits for on each connection. */
    @FunctionalInterface
    interface ScriptWait {
        boolean await(ScriptProgress progress, Duration limit) throws InterruptedException;
    }
}
