package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.Dialects;
import org.postern.net.Timeouts;
import org.postern.testing.Direction;
import org.postern.testing.FreePorts;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;
import org.postern.testing.SilentPort;
import org.postern.testing.TestCa;

import java.time.Duration;

/** Connections in clear: what the first bytes of a peer make of them. */
class ClearTest {

    private static final Client CLIENT = Client.with(Security.NONE);
    private static final Duration SHORT = Duration.ofMillis(300);

    /** Only the greeting is not waited for long. */
    static final Timeouts IMPATIENT =
            new Timeouts(Client.PATIENT, SHORT, Client.PATIENT, Client.PATIENT);

    @Test
    void readsTheGreetingAndNotAByteMore() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("* OK hi", "next").start();
                Connection open = CLIENT.connect("localhost", server.port())) {
            assertEquals("* OK hi", open.greeting().orElseThrow());
            assertEquals("next\r\n", new String(open.in().readNBytes(6)));
            assertTrue(open.posture().warnings().isEmpty());
        }
    }

    @Test
    void sendsNothingByItself() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("* OK hi").expectClose().start()) {
            CLIENT.connect("localhost", server.port()).close();
            server.assertClosed();
            assertEquals(0, server.wire().size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+OK POP3 ready, POP3",
        "220 mail ESMTP Postfix, SMTP",
        "220 (vsFTPd 3.0), SOMETHING_ELSE",
        "SSH-2.0-OpenSSH_9.2, SSH",
        "HTTP/1.1 400 Bad Request, HTTP",
        "* hello, IMAP",
        "gopher, SOMETHING_ELSE"
    })
    void namesTheProtocolThatAnswersInstead(String line, Speaks speaks) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send(line).start()) {
            var other =
                    assertInstanceOf(Failure.OtherProtocol.class, CLIENT.failure(server.port()));
            assertEquals(speaks, other.speaks());
            assertEquals(line, other.said());
            assertEquals("IMAP", other.expected());
        }
    }

    @Test
    void namesImapOnAPopPort() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("* OK IMAP ready").start()) {
            Failure failure = CLIENT.speaking(Dialects.POP3).failure(server.port());
            assertEquals(
                    Speaks.IMAP, assertInstanceOf(Failure.OtherProtocol.class, failure).speaks());
        }
    }

    @Test
    void namesAProtocolThatBeginsWithoutALine() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain().sendRaw("SSH-2.0-half a line").hangUp().start()) {
            Failure failure = CLIENT.failure(server.port());
            assertEquals(
                    Speaks.SSH, assertInstanceOf(Failure.OtherProtocol.class, failure).speaks());
        }
    }

    @ParameterizedTest
    @CsvSource({"* BYE overloaded", "* bye", "* BYE [UNAVAILABLE] tomorrow"})
    void passesOnTheWordsOfAServerThatHangsUp(String line) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send(line).start()) {
            var closed = assertInstanceOf(Failure.Closed.class, CLIENT.failure(server.port()));
            assertEquals(Step.GREETING, closed.step());
            assertEquals(line, closed.said());
        }
    }

    @Test
    void passesOnTheWordsOfAPopServerThatRefuses() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("-ERR [SYS/TEMP] busy").start()) {
            Failure failure = CLIENT.speaking(Dialects.POP3).failure(server.port());
            assertEquals(
                    "-ERR [SYS/TEMP] busy", assertInstanceOf(Failure.Closed.class, failure).said());
        }
    }

    @Test
    void tellsAPeerThatClosesWithoutAWord() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().hangUp().start()) {
            var closed = assertInstanceOf(Failure.Closed.class, CLIENT.failure(server.port()));
            assertEquals(Step.GREETING, closed.step());
            assertEquals("", closed.said());
        }
    }

    @Test
    void refusesPreauthInEveryMode() throws Exception {
        for (Security mode : new Security[] {Security.NONE, Security.STARTTLS}) {
            try (ScriptedServer server =
                    ScriptedServer.plain().send("* PREAUTH welcome").expectClose().start()) {
                assertInstanceOf(
                        Failure.PreAuthenticated.class, Client.with(mode).failure(server.port()));
                server.assertClosed();
            }
        }
        try (ScriptedServer server = ScriptedServer.tls().send("* PREAUTH welcome").start()) {
            assertInstanceOf(
                    Failure.PreAuthenticated.class,
                    Client.with(Security.TLS).failure(server.port()));
        }
    }

    @Test
    void refusesAGreetingWithoutEnd() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain().sendRaw("* OK " + "x".repeat(9_000)).start()) {
            assertInstanceOf(Failure.LimitExceeded.class, CLIENT.failure(server.port()));
        }
    }

    @Test
    void findsOutThatASilentPeerWaitsForTls() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .hang()
                        .nextConnection()
                        .startTlsAndBeRefused(TestCa.shared().sound())
                        .start()) {
            assertInstanceOf(
                    Failure.TlsOnClearTextPort.class,
                    CLIENT.waiting(IMPATIENT).failure(server.port()));
            assertEquals(0, server.clear().size());
            assertEquals(0, server.secured().size());
        }
    }

    @Test
    void seesATlsAlertInThePlaceOfAGreeting() throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, 10};
        try (ScriptedServer server = ScriptedServer.plain().sendBytes(alert).start()) {
            assertInstanceOf(Failure.TlsOnClearTextPort.class, CLIENT.failure(server.port()));
        }
    }

    @Test
    void findsOutThatASilentPeerIsAWebServer() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .hang()
                        .nextConnection()
                        .send("HTTP/1.1 400 Bad Request", "")
                        .hang()
                        .start()) {
            Failure failure = CLIENT.waiting(IMPATIENT).failure(server.port());
            assertEquals(
                    Speaks.HTTP, assertInstanceOf(Failure.OtherProtocol.class, failure).speaks());
        }
    }

    @Test
    void callsAPeerSilentThatSaysNothingToTlsEither() throws Exception {
        Timeouts shortAll = new Timeouts(Client.PATIENT, SHORT, SHORT, Client.PATIENT);
        try (SilentPort silent = SilentPort.connecting()) {
            var late =
                    assertInstanceOf(
                            Failure.TimedOut.class,
                            CLIENT.waiting(shortAll).failure(silent.port()));
            assertEquals(Step.GREETING, late.step());
            assertEquals(SHORT, late.after());
        }
    }

    @Test
    void greetsWithinALimitEvenIfBytesKeepComing() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain().send("* OK hi").forEveryConnection().start();
                var proxy =
                        RecordingProxy.to(server.port()).stall(Direction.TO_CLIENT, 3).start()) {
            Timeouts shortAll = new Timeouts(Client.PATIENT, SHORT, SHORT, Client.PATIENT);
            var late =
                    assertInstanceOf(
                            Failure.TimedOut.class, CLIENT.waiting(shortAll).failure(proxy.port()));
            assertEquals(Step.GREETING, late.step());
        }
    }

    @Test
    void tellsThatNothingListens() throws Exception {
        assertInstanceOf(Failure.Refused.class, CLIENT.failure(FreePorts.refused()));
    }

    @Test
    void tellsThatPacketsAreDropped() throws Exception {
        Timeouts impatient = new Timeouts(SHORT, SHORT, SHORT, SHORT);
        try (SilentPort filtered = SilentPort.unreachable()) {
            var late =
                    assertInstanceOf(
                            Failure.TimedOut.class,
                            CLIENT.waiting(impatient).failure("127.0.0.1", filtered.port()));
            assertEquals(Step.CONNECT, late.step());
        }
    }
}
