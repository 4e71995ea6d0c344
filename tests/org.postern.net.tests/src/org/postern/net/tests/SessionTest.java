package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** What a server that would resume sessions, or chooses by ALPN, sees of the client. */
class SessionTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final SSLContext context = TestCa.shared().sound().serverContext();

    /** The server keeps all sessions and would gladly resume one. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void noSessionIsResumed(String version) throws Exception {
        try (SSLServerSocket server = listen()) {
            server.setEnabledProtocols(new String[] {version});
            List<String> sessions = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                FutureTask<String> seen = inBackground(() -> greet(server));
                try (Connection open =
                        Client.with(Security.TLS).connect("localhost", server.getLocalPort())) {
                    assertEquals("* OK hi", open.greeting().orElseThrow());
                }
                sessions.add(seen.get());
            }
            assertEquals(3, sessions.stream().distinct().count(), sessions::toString);
        }
    }

    private static String greet(SSLServerSocket server) throws IOException {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.getOutputStream().write("* OK hi\r\n".getBytes());
            socket.getInputStream().readAllBytes();
            long made = socket.getSession().getCreationTime();
            assertFalse(made == 0);
            return HexFormat.of().formatHex(socket.getSession().getId());
        }
    }

    @Test
    void theLibraryKnowsAlpn() throws Exception {
        try (SSLServerSocket server = listen()) {
            SSLParameters imap = server.getSSLParameters();
            imap.setApplicationProtocols(new String[] {"imap"});
            server.setSSLParameters(imap);
            FutureTask<String> chosen =
                    inBackground(
                            () -> {
                                try (SSLSocket socket = (SSLSocket) server.accept()) {
                                    socket.startHandshake();
                                    return socket.getApplicationProtocol();
                                }
                            });
            SSLContext trusting = TestCa.shared().clientContext();
            try (SSLSocket client =
                    (SSLSocket)
                            trusting.getSocketFactory()
                                    .createSocket("localhost", server.getLocalPort())) {
                SSLParameters both = client.getSSLParameters();
                both.setApplicationProtocols(new String[] {"pop3", "imap"});
                client.setSSLParameters(both);
                client.startHandshake();
                assertEquals("imap", client.getApplicationProtocol());
            }
            assertEquals("imap", chosen.get());
        }
    }

    private SSLServerSocket listen() throws IOException {
        return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 5, HERE);
    }

    private static FutureTask<String> inBackground(Callable<String> work) {
        FutureTask<String> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }
}
