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
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;

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

    /** RFC 9325 §3.8: nobody asked for a protocol, so none can have been chosen. */
    @Test
    void anAnswerToAlpnThatNobodyOfferedIsRefused() throws Exception {
        byte[] extensions =
                HexFormat.of().parseHex("000e ff01000100 00100005000302 7034".replace(" ", ""));
        try (ScriptedServer bold =
                ScriptedServer.plain().sendBytes(hello(extensions)).hang().start()) {
            var failed =
                    assertInstanceOf(Failure.HandshakeFailed.class, CLIENT.failure(bold.port()));
            assertTrue(failed.detail().contains("extension"), failed::detail);
        }
    }

    /** RFC 9325 §7.2.1. */
    @Test
    void noncesAreCountedUp() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls(TestCa.shared().sound(), "TLSv1.2")
                        .send("* OK hi")
                        .expect("x NOOP")
                        .send("x OK")
                        .hang()
                        .start()) {
            try (Connection open = CLIENT.connect("localhost", server.port())) {
                assertTrue(open.posture().cipherSuite().orElseThrow().contains("_GCM_"));
                open.out().write("x NO".getBytes(StandardCharsets.US_ASCII));
                open.out().write("OP\r\n".getBytes(StandardCharsets.US_ASCII));
                open.in().readNBytes("x OK\r\n".length());
            }
            server.assertDone();
            List<Long> nonces = nonces(server.wire().bytes());
            assertEquals(
                    LongStream.range(0, nonces.size()).boxed().toList(), nonces, nonces::toString);
            assertTrue(nonces.size() >= 3, nonces::toString);
        }
    }

    /** The explicit part, of all records behind the change of cipher (RFC 5288 §3). */
    private static List<Long> nonces(byte[] wire) {
        List<Long> all = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(wire);
        boolean encrypted = false;
        while (in.remaining() > 5) {
            int type = in.get();
            in.getShort();
            int next = (in.getShort() & 0xffff) + in.position();
            if (encrypted) {
                all.add(in.getLong());
            }
            encrypted |= type == 20;
            in.position(next);
        }
        return all;
    }

    /** RFC 2595 §2.2: what is said in clear when TLS has ended is not heard. */
    @Test
    void whatFollowsTheEndOfTlsIsNotRead() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            FutureTask<Void> part =
                    new FutureTask<>(
                            () -> {
                                try (Socket below = plain.accept()) {
                                    sayBeyondTheEnd(below);
                                }
                                return null;
                            });
            Thread.ofPlatform().daemon().name("server that ends TLS").start(part);
            try (Connection open = CLIENT.connect("localhost", plain.getLocalPort())) {
                assertEquals("* OK hi", open.greeting().orElseThrow());
                assertEquals(-1, open.in().read());
                assertEquals(-1, open.in().read());
            }
            part.get();
        }
    }

    private static void sayBeyondTheEnd(Socket below) throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        TestCa.shared()
                                .sound()
                                .serverContext()
                                .getSocketFactory()
                                .createSocket(below, null, below.getPort(), false);
        tls.setUseClientMode(false);
        say(tls, "* OK hi");
        tls.close();
        below.getOutputStream().write("* 7 EXISTS\r\n".getBytes(StandardCharsets.US_ASCII));
        below.getInputStream().readAllBytes();
    }

    private static boolean endsFatally(byte[] sent) {
        int start = Math.max(0, sent.length - FATAL.length);
        return Arrays.equals(FATAL, Arrays.copyOfRange(sent, start, sent.length));
    }

    private static byte[] bareHello() {
        return hello(new byte[0]);
    }

    /** TLS 1.2 with ECDHE, RSA and AES-128-GCM. */
    private static byte[] hello(byte[] extensions) {
        int length = 38 + extensions.length;
        byte[] hello = new byte[5 + 4 + length];
        byte[] start = {22, 3, 3, 0, (byte) (4 + length), 2, 0, 0, (byte) length, 3, 3};
        System.arraycopy(start, 0, hello, 0, start.length);
        hello[44] = (byte) 0xc0;
        hello[45] = 0x2f;
        System.arraycopy(extensions, 0, hello, 47, extensions.length);
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
