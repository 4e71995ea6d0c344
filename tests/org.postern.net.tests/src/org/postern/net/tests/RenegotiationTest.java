package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** What a TLS server may not do once we talk to it. */
class RenegotiationTest {

    private static final Client CLIENT = Client.with(Security.TLS);

    private SSLServerSocket server;

    /** What the server does on its one connection. */
    private interface Part {
        void play(SSLSocket socket) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        server =
                (SSLServerSocket)
                        TestCa.shared()
                                .sound()
                                .serverContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        server.setEnabledProtocols(new String[] {"TLSv1.2"});
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anotherHandshakeIsRefused() throws Exception {
        serve(
                socket -> {
                    say(socket, "* OK hi");
                    socket.startHandshake();
                    socket.getInputStream().read();
                });
        try (Connection open = CLIENT.connect("localhost", server.getLocalPort())) {
            IOException refusal = assertThrows(IOException.class, () -> open.in().read());
            assertTrue(chain(refusal).contains("renegotiation"), () -> chain(refusal));
        }
    }

    @Test
    void manyRecordsOfOrdinaryDataArriveAsTheyAre() throws Exception {
        String text = "x".repeat(100_000);
        serve(socket -> say(socket, "* OK hi\r\n" + text));
        try (Connection open = CLIENT.connect("localhost", server.getLocalPort())) {
            byte[] read = open.in().readNBytes(text.length());
            assertEquals(text, new String(read, StandardCharsets.US_ASCII));
        }
    }

    private static void say(SSLSocket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The client's refusal ends the server's part with an exception, which is what is tested. */
    private void serve(Part part) {
        Thread.ofPlatform()
                .daemon()
                .name("renegotiating server")
                .start(
                        () -> {
                            try (SSLSocket socket = (SSLSocket) server.accept()) {
                                part.play(socket);
                            } catch (IOException e) {
                                System.getLogger("test").log(System.Logger.Level.DEBUG, "", e);
                            }
                        });
    }

    private static String chain(Throwable e) {
        return e == null ? "" : e + " " + chain(e.getCause());
    }
}
