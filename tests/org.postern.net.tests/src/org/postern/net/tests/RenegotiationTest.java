package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.testing.Eventually;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** What a TLS server may not do once we talk to it. */
class RenegotiationTest {

    /** An alert: fatal, handshake_failure. */
    private static final byte[] FATAL = {21, 3, 3, 0, 2, 2, 40};

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

    /** RFC 9325 §3.5: a server that does not know renegotiation_info is told, and left. */
    @Test
    void aServerWithoutSecureRenegotiationIsRefused() throws Exception {
        try (ScriptedServer bare = ScriptedServer.plain().sendBytes(bareHello()).hang().start()) {
            assertInstanceOf(Failure.HandshakeFailed.class, CLIENT.failure(bare.port()));
            Eventually.until(
                    () -> endsFatally(bare.wire().bytes()),
                    Duration.ofSeconds(10),
                    "the alert arrives");
        }
    }

    private static boolean endsFatally(byte[] sent) {
        int start = Math.max(0, sent.length - FATAL.length);
        return Arrays.equals(FATAL, Arrays.copyOfRange(sent, start, sent.length));
    }

    /** TLS 1.2 with ECDHE, RSA, AES-128-GCM and no extension at all. */
    private static byte[] bareHello() {
        byte[] hello = new byte[5 + 4 + 38];
        hello[0] = 22;
        hello[1] = 3;
        hello[2] = 3;
        hello[4] = 42;
        hello[5] = 2;
        hello[8] = 38;
        hello[9] = 3;
        hello[10] = 3;
        hello[44] = (byte) 0xc0;
        hello[45] = 0x2f;
        return hello;
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
