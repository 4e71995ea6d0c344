package org.postern.imap.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.testing.ScramPeer;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * An IMAP server under TLS that can bind a SCRAM proof to the connection, as no server in Debian
 * can. It lets one client in and says good-bye.
 */
final class BindingServer implements AutoCloseable {

    private final SSLServerSocket server;
    private final String offered;
    private final TestUser user;
    private BufferedReader in;
    private SSLSocket socket;

    /**
     * @param version of TLS
     * @param offered capabilities; what is not said here, the server can do nevertheless
     */
    BindingServer(String version, String offered, TestUser user) throws IOException {
        this.offered = offered;
        this.user = user;
        server =
                (SSLServerSocket)
                        TestCa.shared()
                                .sound()
                                .serverContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        server.setEnabledProtocols(new String[] {version});
        Thread.ofPlatform().daemon().name("binding server").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (SSLSocket accepted = (SSLSocket) server.accept()) {
            socket = accepted;
            in = new BufferedReader(new InputStreamReader(accepted.getInputStream(), UTF_8));
            say("* OK [CAPABILITY IMAP4rev1 SASL-IR " + offered + "] hi");
            logIn(heard().split(" "));
            String tag = heard().split(" ")[0];
            say("* BYE");
            say(tag + " OK");
        } catch (IOException | GeneralSecurityException | ReflectiveOperationException e) {
            System.getLogger("test").log(System.Logger.Level.DEBUG, "the server's part ended", e);
        }
    }

    /** tag AUTHENTICATE mechanism initial-response */
    private void logIn(String[] words)
            throws IOException, GeneralSecurityException, ReflectiveOperationException {
        boolean plus = words[2].endsWith("-PLUS");
        ScramPeer peer = new ScramPeer("256", user, bindings(socket.getSession()), plus);
        String last = peer.last(ask(peer.first(decoded(words[3]))));
        ask(last);
        say(words[0] + (last.startsWith("v=") ? " OK [CAPABILITY IMAP4rev1] in" : " NO sorry"));
    }

    private String ask(String question) throws IOException {
        say("+ " + Base64.getEncoder().encodeToString(question.getBytes(UTF_8)));
        return decoded(heard());
    }

    private String heard() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the client hung up");
        }
        return line;
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }

    private void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    /** As the server sees the connection (RFC 5929 §4, RFC 9266 §2). */
    private static Map<String, byte[]> bindings(SSLSession session)
            throws GeneralSecurityException, ReflectiveOperationException {
        Map<String, byte[]> all = new HashMap<>();
        byte[] leaf = TestCa.shared().sound().leaf().getEncoded();
        all.put("tls-server-end-point", MessageDigest.getInstance("SHA-256").digest(leaf));
        if (session.getProtocol().equals("TLSv1.3") && Runtime.version().feature() >= 25) {
            var export =
                    ExtendedSSLSession.class.getMethod(
                            "exportKeyingMaterialData", String.class, byte[].class, int.class);
            Object bytes = export.invoke(session, "EXPORTER-Channel-Binding", new byte[0], 32);
            all.put("tls-exporter", (byte[]) bytes);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
