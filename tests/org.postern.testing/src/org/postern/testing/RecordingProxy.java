package org.postern.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a client and a server on loopback, keeps what goes either way and when, and may
 * disturb it at a given byte. It sees what an eavesdropper would see: with TLS, records. Safe for
 * any thread.
 */
public final class RecordingProxy implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ProxySetup setup;
    private final long started = System.nanoTime();
    private final ServerSocket server;
    private final List<ProxyLink> links = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Thread> fromClients = new CopyOnWriteArrayList<>();
    private final List<Passage> passages = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Map<Direction, Recording> recordings =
            Map.of(Direction.TO_SERVER, new Recording(), Direction.TO_CLIENT, new Recording());

    RecordingProxy(ProxySetup setup) throws IOException {
        this.setup = setup;
        server = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        start("proxy " + port(), this::acceptAll);
    }

    /** A proxy for a server on 127.0.0.1, not yet started. */
    public static ProxySetup to(int port) {
        return to("127.0.0.1", port);
    }

    /** A proxy for any server, not yet started. */
    public static ProxySetup to(String host, int port) {
        return new ProxySetup(host, port);
    }

    private Thread start(String name, Work work) {
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> attempt(work));
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void attempt(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException e) {
            failures.add(Thread.currentThread().getName() + ": " + e);
        }
    }

    private void acceptAll() throws IOException {
        try {
            while (true) {
                link(server.accept());
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    private void link(Socket client) throws IOException {
        int number = links.size() + 1;
        ProxyLink link =
                new ProxyLink(number, client, connect(client), setup.disturbancesOf(number));
        links.add(link);
        for (Direction direction : Direction.values()) {
            ProxyPipe pipe = new ProxyPipe(link, direction, this::record);
            Thread thread = start("proxy " + direction, pipe::run);
            if (direction == Direction.TO_SERVER) {
                fromClients.add(thread);
            }
        }
    }

    private Socket connect(Socket client) throws IOException {
        try {
            return new Socket(setup.host(), setup.port());
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void record(ProxyPipe pipe, byte[] bytes) {
        Duration at = Duration.ofNanos(System.nanoTime() - started);
        passages.add(new Passage(pipe.connection(), pipe.direction(), at, bytes));
        recordings.get(pipe.direction()).add(bytes, 0, bytes.length);
    }

    /** Always {@code "localhost"}; it listens on 127.0.0.1. */
    public String host() {
        return "localhost";
    }

    /** The port for the client. */
    public int port() {
        return server.getLocalPort();
    }

    /** All bytes that came from that side so far, over all connections; also those held up. */
    public Recording recording(Direction direction) {
        return recordings.get(direction);
    }

    /** What came so far, piece by piece with its time. */
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /** All that the client of that connection sent so far, counted from one. */
    public byte[] sent(int connection) {
        Recording sent = new Recording();
        passages.stream()
                .filter(each -> each.connection() == connection)
                .filter(each -> each.direction() == Direction.TO_SERVER)
                .forEach(each -> sent.add(each.bytes(), 0, each.bytes().length));
        return sent.bytes();
    }

    /** How many connections have come so far. */
    public int connections() {
        return links.size();
    }

    /** What went wrong in the proxy itself, for example a server that refused the connection. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /**
     * Fails if the secret went either way in a form that can be read: see {@link
     * Recording#assertNever}.
     */
    public void assertNeverInClear(String secret) {
        SecretSearch search = new SecretSearch(secret);
        recordings.forEach((way, it) -> search.assertAbsent("what went " + way, it.bytes()));
    }

    /** Lets go on what {@link ProxySetup#stall} holds up. */
    public void resume() {
        links.forEach(ProxyLink::resume);
    }

    /** Ends all connections that are open now; new ones may come. */
    public void cutAll() throws IOException {
        for (ProxyLink link : links) {
            link.close();
        }
    }

    /**
     * Waits until all that clients said has been passed on. They have closed their connections: an
     * end here before theirs would take their last words, such as an alert, on the way.
     */
    public void awaitClients() {
        fromClients.forEach(Threads::join);
    }

    /** Closes the port and all connections and waits for the proxy's threads to end. */
    @Override
    public void close() throws IOException {
        server.close();
        cutAll();
        threads.forEach(Threads::join);
    }

    /** What a thread of the proxy does. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
