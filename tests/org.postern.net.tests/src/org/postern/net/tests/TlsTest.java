package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.Dialects;
import org.postern.net.Timeouts;
import org.postern.testing.CertificateKind;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.SilentPort;
import org.postern.testing.TestCa;

import java.time.Duration;

/** TLS from the first byte: what is accepted, what is not, and that nothing else is sent. */
class TlsTest {

    private static final Client CLIENT = Client.with(Security.TLS);
    private static final TestCa CA = TestCa.shared();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void opensWithBothVersionsThatAreSafe(String version) throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.tls(CA.sound(), version).send("* OK hi").hang().start();
                Overheard wire = CLIENT.overhear(server.port())) {
            Connection open = wire.open();
            assertEquals("* OK hi", open.greeting().orElseThrow());
            assertEquals(version, open.posture().protocol().orElseThrow());
            assertTrue(open.posture().cipherSuite().orElseThrow().matches("TLS_.*(GCM|CHA).*"));
            assertEquals(CA.sound().chain(), open.posture().chain());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_HOST, WRONG_HOST",
        "EXPIRED, EXPIRED",
        "NOT_YET_VALID, NOT_YET_VALID",
        "SELF_SIGNED, SELF_SIGNED",
        "CN_ONLY, WRONG_HOST",
        "PARTIAL_WILDCARD, WRONG_HOST",
        "INCOMPLETE_CHAIN, INCOMPLETE_CHAIN",
        "SHA1_SIGNATURE, WEAK",
        "CA_AS_LEAF, NOT_FOR_SERVERS",
        "CLIENT_ONLY, NOT_FOR_SERVERS",
        "VERSION_1, NOT_FOR_SERVERS"
    })
    void refusesEachBadCertificateAndSendsNothing(CertificateKind kind, CertificateProblem problem)
            throws Exception {
        ServerIdentity identity = CA.identity(kind);
        try (ScriptedServer server = ScriptedServer.tlsRefused(identity).start()) {
            var rejected =
                    assertInstanceOf(
                            Failure.CertificateRejected.class, CLIENT.failure(server.port()));
            assertEquals(problem, rejected.problem(), rejected::detail);
            assertEquals(identity.chain(), rejected.chain());
            server.assertDone();
            assertEquals(0, server.secured().size());
        }
    }

    @Test
    void refusesAnUnknownAuthority() throws Exception {
        ServerIdentity stranger = TestCa.named("Stranger").sound();
        try (ScriptedServer server = ScriptedServer.tlsRefused(stranger).start()) {
            var rejected =
                    assertInstanceOf(
                            Failure.CertificateRejected.class, CLIENT.failure(server.port()));
            assertEquals(CertificateProblem.UNKNOWN_ISSUER, rejected.problem());
        }
    }

    @Test
    void acceptsAnAddressThatTheCertificateNames() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start()) {
            CLIENT.connect("127.0.0.1", proxy.port()).close();
            proxy.close();
            ClearTextRules.assertKept(proxy);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "* OK hi, IMAP",
        "+OK hi, POP3",
        "220 mail ESMTP, SMTP",
        "HTTP/1.1 400 Bad Request, HTTP",
        "SSH-2.0-x, SSH",
        "gopher, SOMETHING_ELSE"
    })
    void namesTheClearTextThatAnswersTls(String line, Speaks speaks) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send(line).hang().start()) {
            var clear =
                    assertInstanceOf(
                            Failure.ClearTextOnTlsPort.class, CLIENT.failure(server.port()));
            assertEquals(speaks, clear.speaks());
            assertEquals(line, clear.said());
        }
    }

    @Test
    void namesClearTextWithoutALineEnd() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().sendRaw("* OK").hang().start()) {
            var clear =
                    assertInstanceOf(
                            Failure.ClearTextOnTlsPort.class, CLIENT.failure(server.port()));
            assertEquals("* OK", clear.said());
        }
    }

    @Test
    void tellsAServerThatRefusesOurVersions() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().refuseTlsVersion().start()) {
            assertInstanceOf(Failure.TlsTooOld.class, CLIENT.failure(server.port()));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, TLS 1.1", "1, TLS 1.0", "0, SSL"})
    void tellsAServerThatChoosesAnOldVersion(int minor, String version) throws Exception {
        byte[] hello = new byte[5 + 4 + 38];
        hello[0] = 22;
        hello[1] = 3;
        hello[2] = (byte) minor;
        hello[4] = 42;
        hello[5] = 2;
        hello[8] = 38;
        hello[9] = 3;
        hello[10] = (byte) minor;
        hello[44 + 1] = (byte) 0xc0;
        try (ScriptedServer server = ScriptedServer.plain().sendBytes(hello).hang().start()) {
            var old = assertInstanceOf(Failure.TlsTooOld.class, CLIENT.failure(server.port()));
            assertEquals(version, old.detail());
        }
    }

    @Test
    void tellsAnAlertOfAnotherKind() throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, 80};
        try (ScriptedServer server = ScriptedServer.plain().sendBytes(alert).hang().start()) {
            var failed =
                    assertInstanceOf(Failure.HandshakeFailed.class, CLIENT.failure(server.port()));
            assertTrue(failed.detail().contains("internal_error"), failed::detail);
        }
    }

    @Test
    void tellsAPeerThatClosesDuringTheHandshake() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().hangUp().forEveryConnection().start()) {
            var closed = assertInstanceOf(Failure.Closed.class, CLIENT.failure(server.port()));
            assertEquals(Step.HANDSHAKE, closed.step());
        }
    }

    @Test
    void tellsAPeerThatIsSilentDuringTheHandshake() throws Exception {
        Duration limit = Duration.ofMillis(300);
        try (SilentPort silent = SilentPort.connecting()) {
            var late =
                    assertInstanceOf(
                            Failure.TimedOut.class,
                            CLIENT.waiting(Timeouts.of(limit)).failure(silent.port()));
            assertEquals(Step.HANDSHAKE, late.step());
        }
    }

    @Test
    void tellsAPeerThatIsSilentAfterTheHandshake() throws Exception {
        Timeouts impatient =
                new Timeouts(
                        Client.PATIENT, Duration.ofMillis(300), Client.PATIENT, Client.PATIENT);
        try (ScriptedServer server = ScriptedServer.tls().hang().start()) {
            var late =
                    assertInstanceOf(
                            Failure.TimedOut.class,
                            CLIENT.waiting(impatient).failure(server.port()));
            assertEquals(Step.GREETING, late.step());
            assertEquals(1, server.connections());
        }
    }

    @Test
    void namesAnotherProtocolInsideTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK IMAP").start()) {
            Failure failure = CLIENT.speaking(Dialects.POP3).failure(server.port());
            assertEquals(
                    Speaks.IMAP, assertInstanceOf(Failure.OtherProtocol.class, failure).speaks());
        }
    }

    @Test
    void passesOnTheWordsOfAServerThatHangsUpInsideTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* BYE full").start()) {
            var closed = assertInstanceOf(Failure.Closed.class, CLIENT.failure(server.port()));
            assertEquals("* BYE full", closed.said());
        }
    }
}
