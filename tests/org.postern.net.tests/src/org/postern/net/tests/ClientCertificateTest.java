package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.ConnectionException;
import org.postern.testing.CertificateKind;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;
import org.postern.testing.TlsServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** How the account's certificate is shown, and what a server may have against it. */
class ClientCertificateTest {

    private static final Client CLIENT = Client.with(Security.TLS);
    private static final TestCa CA = TestCa.shared();
    private static final ServerIdentity SOUND = CA.identity(CertificateKind.CLIENT_ONLY);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isShownToAServerThatAsks(String version) throws Exception {
        CompletableFuture<Principal> seen = new CompletableFuture<>();
        try (TlsServer server =
                        new TlsServer(
                                CA.sound(),
                                socket -> demand(socket, version),
                                socket -> {
                                    TlsServer.say(socket, "* OK hi\r\n");
                                    seen.complete(socket.getSession().getPeerPrincipal());
                                    socket.getInputStream().readAllBytes();
                                });
                Overheard wire = CLIENT.showing(SOUND).overhear(server.port())) {
            assertEquals(SOUND.leaf().getSubjectX500Principal(), seen.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void isNotShownToAServerThatDoesNotAsk() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start()) {
            CLIENT.showing(SOUND).overhear(server.port()).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isMissedByAServerThatInsists(String version) throws Exception {
        assertRefused(CLIENT, version, ClientCertificateProblem.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isRefusedWhenNoAuthorityOfTheServerVouchesForIt(String version) throws Exception {
        ServerIdentity stranger = TestCa.named("Stranger").identity(CertificateKind.CLIENT_ONLY);
        assertRefused(CLIENT.showing(stranger), version, ClientCertificateProblem.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isRefusedWhenItIsPastItsTime(String version) throws Exception {
        ServerIdentity old = CA.identity(CertificateKind.EXPIRED);
        assertRefused(CLIENT.showing(old), version, ClientCertificateProblem.EXPIRED);
    }

    /** There is no greeting after STARTTLS, so the server's objection meets the provider. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50})
    void anObjectionAfterAnUpgradeReachesTheProviderAsWhatItIs(int commands) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofPlatform().daemon().name("upgrading").start(() -> upgrade(server));
            Client client = Client.with(Security.STARTTLS);
            try (Overheard wire = client.overhear(server.getLocalPort())) {
                ConnectionException refusal =
                        assertThrows(ConnectionException.class, () -> talk(wire.open(), commands));
                var refused =
                        assertInstanceOf(Failure.ClientCertificateRefused.class, refusal.failure());
                assertEquals(ClientCertificateProblem.REQUIRED, refused.problem());
            }
        }
    }

    /** Writing overtakes the server's alert, or meets a connection that is gone. */
    private static void talk(Connection open, int commands) throws IOException {
        for (int i = 0; i < commands; i++) {
            open.out().write("x CAPABILITY\r\n".getBytes(US_ASCII));
        }
        open.in().read();
    }

    private static void upgrade(ServerSocket server) {
        try (Socket plain = server.accept()) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(plain.getInputStream(), US_ASCII));
            TlsServer.say(plain, "* OK hi\r\n");
            lines.readLine();
            TlsServer.say(plain, "* CAPABILITY STARTTLS\r\nP0 OK done\r\n");
            lines.readLine();
            TlsServer.say(plain, "P1 OK begin\r\n");
            SSLSocketFactory factory = CA.sound().serverContext().getSocketFactory();
            SSLSocket tls = (SSLSocket) factory.createSocket(plain, null, 0, true);
            tls.setUseClientMode(false);
            tls.setNeedClientAuth(true);
            tls.startHandshake();
        } catch (IOException e) {
            System.getLogger("test").log(System.Logger.Level.DEBUG, "refused as it should", e);
        }
    }

    private static void assertRefused(
            Client client, String version, ClientCertificateProblem problem) throws Exception {
        try (TlsServer server = TlsServer.greeting(socket -> demand(socket, version))) {
            var refused =
                    assertInstanceOf(
                            Failure.ClientCertificateRefused.class, client.failure(server.port()));
            assertEquals(problem, refused.problem(), refused::detail);
        }
    }

    private static void demand(SSLServerSocket socket, String version) {
        socket.setEnabledProtocols(new String[] {version});
        socket.setNeedClientAuth(true);
    }
}
