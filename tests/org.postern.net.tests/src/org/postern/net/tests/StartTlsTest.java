package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.Dialect;
import org.postern.net.Dialects;
import org.postern.net.Timeouts;
import org.postern.testing.CertificateKind;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Direction;
import org.postern.testing.RecordingProxy;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The upgrade, against servers and people in between who misbehave. Whatever they do: nothing but
 * the two lines of the upgrade goes out in clear, and nothing that came in clear is kept.
 */
class StartTlsTest {

    private static final Client IMAP = Client.with(Security.STARTTLS);

    @Test
    void sendsTheTwoLinesOfTheUpgradeInClearAndNothingElse() throws Exception {
        try (ScriptedServer server =
                        offering("P0 OK done")
                                .expect("P1 STARTTLS")
                                .send("P1 OK go ahead")
                                .startTls()
                                .expect("x LOGIN joe secret")
                                .send("x OK")
                                .start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start()) {
            try (Connection open = IMAP.connect("localhost", proxy.port())) {
                open.out().write("x LOGIN joe secret\r\n".getBytes(US_ASCII));
                assertEquals("x OK\r\n", new String(open.in().readNBytes(6), US_ASCII));
                assertEquals(Security.STARTTLS, open.posture().security());
                server.assertDone();
            }
            assertEquals("P0 CAPABILITY\r\nP1 STARTTLS\r\n", server.clear().text());
            proxy.assertNeverInClear("secret");
            ClearTextRules.assertKept(proxy);
            String sent = proxy.recording(Direction.TO_SERVER).text();
            assertTrue(sent.startsWith("P0 CAPABILITY\r\nP1 STARTTLS\r\n\u0016"), sent);
        }
    }

    @Test
    void nothingThatCameInClearIsKept() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("* OK [CAPABILITY IMAP4rev1 EVIL] evil greeting")
                                .expect("P0 CAPABILITY")
                                .send(
                                        "* CAPABILITY IMAP4rev1 EVIL STARTTLS",
                                        "* OK [ALERT] evil",
                                        "* 3 EXISTS",
                                        "* LIST () \"/\" evil",
                                        "P0 OK done")
                                .expect("P1 STARTTLS")
                                .send("* FLAGS (evil)", "P1 OK go ahead")
                                .startTls()
                                .send("* OK good")
                                .start();
                Overheard wire = IMAP.overhear(server.port())) {
            Connection open = wire.open();
            assertEquals(Optional.empty(), open.greeting());
            assertEquals("* OK good\r\n", new String(open.in().readNBytes(11), US_ASCII));
            assertFalse(open.posture().toString().contains("evil"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0 OK done", "P0 NO not now", "P0 BAD what"})
    void missesAnOfferThatIsNotMade(String end) throws Exception {
        Upgrade.assertFails(
                Failure.StartTlsMissing.class,
                IMAP,
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1 STARTTLS] hi")
                        .expect("P0 CAPABILITY")
                        .send("* CAPABILITY IMAP4rev1 NOSTARTTLS STARTTLSX", end)
                        .expectClose(),
                "P0 CAPABILITY\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1 NO not today",
                "P1 BAD what",
                "* OK begin now",
                "* NO not today",
                "* PREAUTH welcome",
                "P0 OK again",
                "P2 OK begin",
                "P1 OKAY",
                "P1",
                "+ go ahead",
                "OK",
                "gibberish"
            })
    void refusesEveryAnswerButTheRightOne(String answer) throws Exception {
        Upgrade.assertFails(
                Failure.StartTlsRefused.class,
                IMAP,
                offering("P0 OK done").expect("P1 STARTTLS").send(answer).expectClose(),
                "P0 CAPABILITY\r\nP1 STARTTLS\r\n");
    }

    /** It answers what it was not asked yet, in the middle of the answer that is due. */
    @Test
    void refusesAnAnswerThatHidesAmongTheCapabilities() throws Exception {
        Upgrade.assertFails(
                Failure.StartTlsRefused.class,
                IMAP,
                ScriptedServer.plain()
                        .send("* OK hi")
                        .expect("P0 CAPABILITY")
                        .send("* CAPABILITY STARTTLS", "P1 OK begin", "P0 OK done")
                        .expectClose(),
                "P0 CAPABILITY\r\n");
    }

    @Test
    void refusesAnAnswerThatComesBeforeTheCommand() throws Exception {
        Upgrade.assertFails(
                Failure.StartTlsRefused.class,
                IMAP,
                ScriptedServer.plain()
                        .send("* OK hi")
                        .expect("P0 CAPABILITY")
                        .send("* CAPABILITY STARTTLS", "P0 OK done", "P1 OK begin")
                        .expectClose(),
                "P0 CAPABILITY\r\n");
    }

    @ParameterizedTest
    @CsvSource({"'* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n', 35", "x, 1"})
    void refusesBytesBehindTheAnswer(String injected, int count) throws Exception {
        var failure =
                Upgrade.assertFails(
                        Failure.InjectedBeforeTls.class,
                        IMAP,
                        offering("P0 OK done")
                                .expect("P1 STARTTLS")
                                .sendRaw("P1 OK begin\r\n" + injected)
                                .hang(),
                        "P0 CAPABILITY\r\nP1 STARTTLS\r\n");
        assertEquals(count, failure.bytes());
    }

    @Test
    void refusesBytesThatComeLateInThePlaceOfTls() throws Exception {
        try (ScriptedServer server =
                offering("P0 OK done")
                        .expect("P1 STARTTLS")
                        .send("P1 OK begin")
                        .expectBytes("5")
                        .send("* 1 EXISTS")
                        .hang()
                        .start()) {
            assertInstanceOf(Failure.InjectedBeforeTls.class, IMAP.failure(server.port()));
        }
    }

    @Test
    void passesOnTheWordsOfAServerThatHangsUp() throws Exception {
        for (Script script :
                List.of(
                        offering("* BYE too late").expectClose(),
                        offering("P0 OK done")
                                .expect("P1 STARTTLS")
                                .send("* BYE too late")
                                .expectClose())) {
            try (ScriptedServer server = script.start()) {
                var closed = assertInstanceOf(Failure.Closed.class, IMAP.failure(server.port()));
                assertEquals(Step.STARTTLS, closed.step());
                assertEquals("* BYE too late", closed.said());
                server.assertClosed();
            }
        }
    }

    @Test
    void tellsAPeerThatClosesInTheMiddle() throws Exception {
        try (ScriptedServer server =
                offering("P0 OK done").expect("P1 STARTTLS").hangUp().start()) {
            var closed = assertInstanceOf(Failure.Closed.class, IMAP.failure(server.port()));
            assertEquals(Step.STARTTLS, closed.step());
        }
    }

    @Test
    void refusesALineWithoutEnd() throws Exception {
        Upgrade.assertFails(
                Failure.LimitExceeded.class,
                IMAP,
                ScriptedServer.plain()
                        .send("* OK hi")
                        .expect("P0 CAPABILITY")
                        .sendRaw("* CAPABILITY" + " X".repeat(5_000))
                        .hang(),
                "P0 CAPABILITY\r\n");
    }

    @Test
    void refusesAnAnswerWithoutEnd() throws Exception {
        Upgrade.assertFails(
                Failure.LimitExceeded.class,
                IMAP,
                ScriptedServer.plain()
                        .send("* OK hi")
                        .expect("P0 CAPABILITY")
                        .sendForever("* OK still thinking"),
                "P0 CAPABILITY\r\n");
    }

    @Test
    void doesNotWaitForEverForAnAnswer() throws Exception {
        Duration limit = Duration.ofMillis(300);
        Timeouts impatient = new Timeouts(Client.PATIENT, Client.PATIENT, limit, Client.PATIENT);
        try (ScriptedServer server = offering("P0 OK done").expect("P1 STARTTLS").hang().start()) {
            var late =
                    assertInstanceOf(
                            Failure.TimedOut.class, IMAP.waiting(impatient).failure(server.port()));
            assertEquals(Step.STARTTLS, late.step());
        }
    }

    @ParameterizedTest
    @CsvSource({"WRONG_HOST, WRONG_HOST", "SELF_SIGNED, SELF_SIGNED", "EXPIRED, EXPIRED"})
    void checksTheCertificateAsInImplicitTls(CertificateKind kind, CertificateProblem problem)
            throws Exception {
        try (ScriptedServer server =
                offering("P0 OK done")
                        .expect("P1 STARTTLS")
                        .send("P1 OK begin")
                        .startTlsAndBeRefused(TestCa.shared().identity(kind))
                        .start()) {
            var rejected =
                    assertInstanceOf(
                            Failure.CertificateRejected.class, IMAP.failure(server.port()));
            assertEquals(problem, rejected.problem());
            assertEquals(0, server.secured().size());
        }
    }

    @Test
    void aDialectWithoutUpgradeCannotBeUpgraded() throws Exception {
        Dialect imap = Dialects.IMAP;
        Dialect without =
                new Dialect(
                        imap.name(),
                        imap.protocol(),
                        imap.speaks(),
                        imap.greets(),
                        imap.refuses(),
                        imap.preAuthenticated(),
                        Optional.empty());
        try (ScriptedServer server = ScriptedServer.plain().send("* OK hi").expectClose().start()) {
            assertInstanceOf(
                    Failure.BadSettings.class, IMAP.speaking(without).failure(server.port()));
            assertEquals(0, server.wire().size());
        }
    }

    private static Script offering(String end) {
        return ScriptedServer.plain()
                .send("* OK hi")
                .expect("P0 CAPABILITY")
                .send("* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED", end);
    }
}
