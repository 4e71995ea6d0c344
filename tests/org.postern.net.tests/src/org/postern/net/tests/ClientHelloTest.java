package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.testing.Direction;
import org.postern.testing.Passage;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What Postern offers to every TLS server, read from the wire. */
class ClientHelloTest {

    private static final Client CLIENT = Client.with(Security.TLS);

    /** Of TLS 1.3, and of 1.2 with ECDHE and authenticated encryption. */
    private static final Set<Integer> SOUND =
            Set.of(0x1301, 0x1302, 0x1303, 0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9);

    /** Not a cipher: it says that renegotiation is understood (RFC 5746 §3.3). */
    private static final int RENEGOTIATION_SIGNAL = 0x00ff;

    @Test
    void offersNothingAnonymousUnencryptedOrWeak() throws Exception {
        List<Integer> ciphers = hello("localhost").ciphers();
        assertTrue(ciphers.size() >= 3, ciphers::toString);
        for (int cipher : ciphers) {
            assertTrue(
                    SOUND.contains(cipher) || cipher == RENEGOTIATION_SIGNAL,
                    () -> HexFormat.of().toHexDigits((short) cipher));
        }
    }

    @Test
    void offersTheTwoVersionsThatAreSafe() throws Exception {
        ClientHello hello = hello("localhost");
        assertEquals(Set.of(0x0304, 0x0303), Set.copyOf(hello.versions()));
        assertEquals(0x0303, hello.version());
    }

    @Test
    void offersNoCompressionNoHeartbeatAndNoEarlyData() throws Exception {
        ClientHello hello = hello("localhost");
        assertArrayEquals(new byte[1], hello.compressions());
        assertFalse(hello.extensions().containsKey(ClientHello.HEARTBEAT));
        assertFalse(hello.extensions().containsKey(ClientHello.EARLY_DATA));
    }

    @Test
    void namesTheServerThatItWants() throws Exception {
        byte[] name = hello("localhost").extensions().get(ClientHello.SERVER_NAME);
        assertTrue(new String(name, ISO_8859_1).endsWith("localhost"));
    }

    /** RFC 6066 §3. */
    @Test
    void anAddressIsNoServerName() throws Exception {
        assertFalse(hello("127.0.0.1").extensions().containsKey(ClientHello.SERVER_NAME));
    }

    @Test
    void aNameThatTlsCannotCarryIsNotSent() throws Exception {
        Client client = CLIENT.resolving(name -> List.of(InetAddress.getByName("127.0.0.1")));
        try (ScriptedServer server = ScriptedServer.tlsRefused(TestCa.shared().sound()).start()) {
            assertInstanceOf(
                    Failure.CertificateRejected.class, client.failure("my_mail", server.port()));
            ClientHello hello = ClientHello.read(server.wire().bytes());
            assertFalse(hello.extensions().containsKey(ClientHello.SERVER_NAME));
        }
    }

    /** The server would resume: all its connections share a context. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void noSessionIsEverResumed(String version) throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.tls(TestCa.shared().sound(), version)
                                .send("* OK hi")
                                .expectClose()
                                .forEveryConnection()
                                .start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start()) {
            CLIENT.connect("localhost", proxy.port()).close();
            CLIENT.connect("localhost", proxy.port()).close();
            ClientHello first = helloOf(proxy, 1);
            ClientHello second = helloOf(proxy, 2);
            assertFalse(
                    second.sessionId().length > 0
                            && Arrays.equals(first.sessionId(), second.sessionId()));
            assertFalse(second.extensions().containsKey(ClientHello.PRE_SHARED_KEY));
            byte[] ticket =
                    second.extensions().getOrDefault(ClientHello.SESSION_TICKET, new byte[0]);
            assertEquals(0, ticket.length);
        }
    }

    private static ClientHello hello(String host) throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                Connection open = CLIENT.connect(host, server.port())) {
            return ClientHello.read(server.wire().bytes());
        }
    }

    private static ClientHello helloOf(RecordingProxy proxy, int connection) {
        return proxy.passages().stream()
                .filter(one -> one.connection() == connection)
                .filter(one -> one.direction() == Direction.TO_SERVER)
                .findFirst()
                .map(Passage::bytes)
                .map(ClientHello::read)
                .orElseThrow();
    }
}
