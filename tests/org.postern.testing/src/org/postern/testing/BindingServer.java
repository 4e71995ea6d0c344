package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * An IMAP server under TLS that can bind a SCRAM proof to the connection, as no server in Debian
 * can. There is no mail in it. It can be made to behave as somebody in between would make it look.
 */
public final class BindingServer implements AutoCloseable {

    private final SSLServerSocket server;
    private final TestUser user;
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private volatile String offered;
    private volatile Optional<String> refusal = Optional.empty();
    private volatile boolean elsewhere;

    /**
     * @param version of TLS
     * @param offered capabilities; what is not said here, the server can do nevertheless
     */
    public BindingServer(String version, String offered, TestUser user) throws IOException {
        this.offered = offered;
        this.user = user;
        server =
                (SSLServerSocket)
                        TestCa.shared()
                                .sound()
                                .serverContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        server.setEnabledProtocols(new String[] {version});
        Thread.ofPlatform().daemon().name("binding server").start(this::serve);
    }

    /** On 127.0.0.1. */
    public int port() {
        return server.getLocalPort();
    }

    /** Offers something else from the next connection on. */
    public BindingServer offering(String capabilities) {
        offered = capabilities;
        return this;
    }

    /** Refuses every bound login at once with these words, {@code NO sorry}; empty no longer. */
    public BindingServer refusing(String words) {
        refusal = Optional.of(words).filter(said -> !said.isEmpty());
        return this;
    }

    /** Sees the end of another connection than the client's. */
    public BindingServer elsewhere() {
        elsewhere = true;
        return this;
    }

    /** The mechanisms that clients tried so far. */
    public List<String> tried() {
        return List.copyOf(tried);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Client client = new Client((SSLSocket) server.accept());
                Thread.ofPlatform().daemon().name("binding").start(client::serve);
            } catch (IOException e) {
                note(e);
            }
        }
    }

    private static void note(Exception e) {
        System.getLogger("test").log(System.Logger.Level.DEBUG, "a client went", e);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** One conversation. */
    private final class Client {

        private final SSLSocket socket;
        private final BufferedReader in;

        Client(SSLSocket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        }

        void serve() {
            try (socket) {
                say("* OK [CAPABILITY IMAP4rev1 SASL-IR " + offered + "] hi");
                boolean more = true;
                while (more) {
                    more = answer(heard().split(" "));
                }
            } catch (IOException | GeneralSecurityException | ReflectiveOperationException e) {
                note(e);
            }
        }

        private boolean answer(String[] words)
                throws IOException, GeneralSecurityException, ReflectiveOperationException {
            switch (words[1]) {
                case "AUTHENTICATE" -> logIn(words[0], words[2], words[3]);
                case "LOGIN" -> tried.add("LOGIN");
                case "SELECT" -> {
                    say("* 0 EXISTS");
                    say("* OK [UIDVALIDITY 1] ever");
                    say("* OK [UIDNEXT 1] ever");
                    say(words[0] + " OK");
                }
                case "LOGOUT" -> {
                    say("* BYE");
                    say(words[0] + " OK");
                    return false;
                }
                default -> say(words[0] + " OK");
            }
            return true;
        }

        private void logIn(String tag, String mechanism, String initial)
                throws IOException, GeneralSecurityException, ReflectiveOperationException {
            tried.add(mechanism);
            boolean plus = mechanism.endsWith("-PLUS");
            if (plus && refusal.isPresent()) {
                say(tag + " " + refusal.get());
            } else if (mechanism.startsWith("SCRAM-")) {
                say(
                        tag
                                + (provesPassword(plus, initial)
                                        ? " OK [CAPABILITY IMAP4rev1] in"
                                        : " NO sorry"));
            } else {
                say(tag + " NO never");
            }
        }

        private boolean provesPassword(boolean plus, String initial)
                throws IOException, GeneralSecurityException, ReflectiveOperationException {
            ScramPeer peer = new ScramPeer("256", user, bindings(socket.getSession()), plus);
            String last = peer.last(ask(peer.first(decoded(initial))));
            ask(last);
            return last.startsWith("v=");
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

        private String decoded(String base64) {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        }

        /** As the server sees the connection (RFC 5929 §4, RFC 9266 §2). */
        private Map<String, byte[]> bindings(SSLSession session)
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
            if (elsewhere) {
                all.replaceAll((type, bytes) -> new byte[bytes.length]);
            }
            return all;
        }
    }
}
