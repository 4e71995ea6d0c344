package org.postern.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The runtime's own TLS server, which greets; every connection goes through the same context. */
public final class TlsServer implements AutoCloseable {

    private static final char[] NO_SECRET = "in memory".toCharArray();

    private final SSLServerSocket server;
    private final List<SSLSocket> sockets = new CopyOnWriteArrayList<>();

    /** What is done on each connection. */
    @FunctionalInterface
    public interface Part {
        void play(SSLSocket socket) throws IOException;
    }

    /**
     * @param settings says what the server is like
     */
    public TlsServer(ServerIdentity identity, Settings settings, Part part) throws Exception {
        server =
                (SSLServerSocket)
                        context(identity)
                                .getServerSocketFactory()
                                .createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        settings.apply(server);
        Thread.ofPlatform().daemon().name("TLS server").start(() -> serve(part));
    }

    /** Changes the server before it is called. */
    @FunctionalInterface
    public interface Settings {
        void apply(SSLServerSocket socket);
    }

    /** A server that greets as IMAP and then waits. */
    public static TlsServer greeting(Settings settings) throws Exception {
        return new TlsServer(TestCa.shared().sound(), settings, TlsServer::greet);
    }

    private static void greet(SSLSocket socket) throws IOException {
        say(socket, "* OK hi\r\n");
        socket.getInputStream().readAllBytes();
    }

    /** Sends text in ASCII. */
    public static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Clients are believed when the test CA vouches for them. */
    private static SSLContext context(ServerIdentity identity) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManager[] trust = {TestCa.shared().trustManager()};
        context.init(keys(identity).getKeyManagers(), trust, null);
        return context;
    }

    private static KeyManagerFactory keys(ServerIdentity identity)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = identity.chain().toArray(Certificate[]::new);
        store.setKeyEntry("server", identity.key(), NO_SECRET, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, NO_SECRET);
        return factory;
    }

    private void serve(Part part) {
        while (!server.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Thread.ofPlatform().daemon().name("TLS talk").start(() -> play(part, socket));
            } catch (IOException e) {
                note(e);
            }
        }
    }

    private static void play(Part part, SSLSocket socket) {
        try (socket) {
            part.play(socket);
        } catch (IOException e) {
            note(e);
        }
    }

    /** Clients refuse and hang up in these tests, and the test ends the server. */
    private static void note(IOException e) {
        System.getLogger("test").log(System.Logger.Level.DEBUG, "the server's part ended", e);
    }

    /** On 127.0.0.1. */
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SSLSocket each : sockets) {
            each.close();
        }
    }
}
