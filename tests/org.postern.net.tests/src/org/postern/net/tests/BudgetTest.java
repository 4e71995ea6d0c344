package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.ConnectionException;
import org.postern.net.Login;
import org.postern.net.Timeouts;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;
import org.postern.testing.TlsServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLSocket;

/** What a server may cost before it has let somebody in, and how slow it may be afterwards. */
class BudgetTest {

    private static final Login LOGIN = new Login("PLAIN", true, false);
    private static final Duration SHORT = Duration.ofMillis(400);

    /** Long enough for a handshake on a machine that is busy. */
    private static final Duration HURRY = Duration.ofSeconds(2);

    private static final int BUDGET = 256 * 1024;

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"NONE", "TLS"})
    void manyBytesBeforeTheLoginEndTheConnection(Security security) throws Exception {
        try (ScriptedServer server = talking(security);
                Connection open = Client.with(security).connect("localhost", server.port())) {
            ConnectionException end =
                    assertThrows(ConnectionException.class, () -> open.in().readNBytes(2 * BUDGET));
            var exceeded = assertInstanceOf(Failure.LimitExceeded.class, end.failure());
            assertEquals("before login: 262144 bytes", exceeded.limit());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"NONE", "TLS"})
    void manyBytesAfterTheLoginAreWelcome(Security security) throws Exception {
        try (ScriptedServer server = talking(security);
                Connection open = Client.with(security).connect("localhost", server.port())) {
            open.loggedIn(LOGIN);
            assertEquals(2 * BUDGET, open.in().readNBytes(2 * BUDGET).length);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"NONE", "TLS"})
    void aLoginThatTakesTooLongEndsTheConnection(Security security) throws Exception {
        try (ScriptedServer server = silent(security);
                Connection open = hurried(security).connect("localhost", server.port())) {
            ConnectionException end =
                    assertThrows(ConnectionException.class, () -> open.in().read());
            assertEquals(new Failure.TimedOut(open.peer(), Step.LOGIN, HURRY), end.failure());
        }
    }

    /** What a slow handshake took is missing afterwards; it is told by the whole. */
    @Test
    void aGreetingThatComesTooLateForTheLoginEndsTheConnection() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().hang().start()) {
            var late =
                    assertInstanceOf(
                            Failure.TimedOut.class, hurried(Security.TLS).failure(server.port()));
            assertEquals(Step.GREETING, late.step());
            assertEquals(HURRY, late.after());
        }
    }

    /** Every single byte comes in time; the whole does not. */
    @Test
    void aLoginThatDribblesEndsTheConnection() throws Exception {
        try (TlsServer server = dribbling();
                Connection open = hurried(Security.TLS).connect("localhost", server.port())) {
            ConnectionException end =
                    assertThrows(ConnectionException.class, () -> open.in().readAllBytes());
            assertEquals(
                    Step.LOGIN, assertInstanceOf(Failure.TimedOut.class, end.failure()).step());
        }
    }

    /** Somebody looks for the password while nobody waits for the server. */
    @Test
    void theTimeOfAPersonDoesNotCount() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.tls()
                                .send("* OK hi")
                                .expect("x LOGIN")
                                .send("x OK")
                                .hang()
                                .start();
                Connection open = hurried(Security.TLS).connect("localhost", server.port())) {
            LockSupport.parkNanos(HURRY.toNanos() + SHORT.toNanos());
            open.out().write("x LOGIN\r\n".getBytes());
            assertEquals('x', open.in().read());
        }
    }

    @Test
    void afterTheLoginEveryReadHasItsOwnTime() throws Exception {
        try (ScriptedServer server = silent(Security.TLS);
                Connection open = hurried(Security.TLS).connect("localhost", server.port())) {
            open.loggedIn(LOGIN);
            open.readTimeout(Duration.ofMillis(50));
            for (int i = 0; i < 3; i++) {
                assertThrows(SocketTimeoutException.class, () -> open.in().read());
            }
        }
    }

    @Test
    void aLineThatDribblesAfterTheLoginIsGivenUp() throws Exception {
        Client client = Client.with(Security.TLS).waiting(reading(SHORT));
        try (TlsServer server = dribbling();
                Connection open = client.connect("localhost", server.port())) {
            open.loggedIn(LOGIN);
            assertThrows(SocketTimeoutException.class, () -> open.in().readAllBytes());
        }
    }

    /** A server in IDLE says little, but it says it in lines. */
    @Test
    void shortLinesNowAndThenAreNoDribbling() throws Exception {
        Client client = Client.with(Security.TLS).waiting(reading(SHORT));
        try (TlsServer server = saying("* OK still here\r\n");
                Connection open = client.connect("localhost", server.port())) {
            open.loggedIn(LOGIN);
            long end = System.nanoTime() + 3 * SHORT.toNanos();
            while (System.nanoTime() < end) {
                readLine(open.in());
            }
        }
    }

    /** Each line is whole and comes in time, and none is the answer. */
    @Test
    void anAnswerThatNeverComesIsGivenUpWhateverElseIsSaid() throws Exception {
        Client client = Client.with(Security.TLS).waiting(reading(SHORT));
        try (TlsServer server = saying("* OK still thinking\r\n");
                Connection open = client.connect("localhost", server.port())) {
            open.loggedIn(LOGIN);
            open.out().write("x NOOP\r\n".getBytes());
            long begun = System.nanoTime();
            assertThrows(SocketTimeoutException.class, () -> open.in().readAllBytes());
            assertTrue(System.nanoTime() - begun > 8 * SHORT.toNanos());
        }
    }

    /** In IDLE, which has a time-out of its own. */
    @Test
    void newsThatNobodyAskedForMayComeNowAndThen() throws Exception {
        Client client = Client.with(Security.TLS).waiting(reading(SHORT));
        try (TlsServer server = saying("* OK still here\r\n");
                Connection open = client.connect("localhost", server.port())) {
            open.loggedIn(LOGIN);
            open.readTimeout(Client.PATIENT);
            long end = System.nanoTime() + 11 * SHORT.toNanos();
            while (System.nanoTime() < end) {
                readLine(open.in());
            }
        }
    }

    private static void readLine(InputStream in) throws IOException {
        int octet = in.read();
        while (octet != '\n') {
            octet = in.read();
        }
    }

    private static Client hurried(Security security) {
        return Client.with(security)
                .waiting(
                        new Timeouts(
                                Client.PATIENT,
                                Client.PATIENT,
                                Client.PATIENT,
                                Client.PATIENT,
                                HURRY));
    }

    private static Timeouts reading(Duration limit) {
        return new Timeouts(Client.PATIENT, Client.PATIENT, Client.PATIENT, limit);
    }

    private static ScriptedServer talking(Security security) throws IOException {
        var script = security == Security.TLS ? ScriptedServer.tls() : ScriptedServer.plain();
        return script.send("* OK hi").sendForever("* OK still thinking").start();
    }

    private static ScriptedServer silent(Security security) throws IOException {
        var script = security == Security.TLS ? ScriptedServer.tls() : ScriptedServer.plain();
        return script.send("* OK hi").hang().start();
    }

    private static TlsServer dribbling() throws Exception {
        return saying("x");
    }

    private static TlsServer saying(String text) throws Exception {
        return new TlsServer(
                TestCa.shared().sound(), socket -> {}, socket -> sayForEver(socket, text));
    }

    private static void sayForEver(SSLSocket socket, String text) throws IOException {
        TlsServer.say(socket, "* OK hi\r\n");
        while (true) {
            TlsServer.say(socket, text);
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }
}
