package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.Dialects;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;

/** The upgrade as POP3 has it (RFC 2595 §4), with the promises of {@link StartTlsTest}. */
class StlsTest {

    private static final Client POP = Client.with(Security.STARTTLS).speaking(Dialects.POP3);

    @Test
    void upgradesPop() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("+OK hi")
                                .expect("CAPA")
                                .send("+OK", "TOP", "STLS", ".")
                                .expect("STLS")
                                .send("+OK begin")
                                .startTls()
                                .hang()
                                .start();
                Overheard wire = POP.overhear(server.port())) {
            Connection open = wire.open();
            assertTrue(open.posture().security().isProtected());
            assertEquals("CAPA\r\nSTLS\r\n", server.clear().text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+OK\r\nUSER\r\nXSTLS\r\n.", "-ERR what"})
    void missesAnOfferThatAPopServerDoesNotMake(String answer) throws Exception {
        Upgrade.assertFails(
                Failure.StartTlsMissing.class,
                POP,
                ScriptedServer.plain()
                        .send("+OK hi")
                        .expect("CAPA")
                        .send(answer.split("\r\n"))
                        .expectClose(),
                "CAPA\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ERR no",
                "+OKAY",
                "OK begin",
                "* OK begin",
                "P1 OK begin",
                "+ go ahead",
                "+",
                "* BYE",
                "STLS",
                ".",
                "",
                "gibberish"
            })
    void refusesEveryAnswerOfAPopServerButTheRightOne(String answer) throws Exception {
        Upgrade.assertFails(
                Failure.StartTlsRefused.class,
                POP,
                popOffering("+OK", "STLS", ".").expect("STLS").send(answer).expectClose(),
                "CAPA\r\nSTLS\r\n");
    }

    @Test
    void refusesAPopAnswerThatComesBeforeTheCommand() throws Exception {
        Upgrade.assertFails(
                Failure.StartTlsRefused.class,
                POP,
                popOffering("+OK", "STLS", ".", "+OK begin").expectClose(),
                "CAPA\r\n");
    }

    @ParameterizedTest
    @CsvSource({"'+OK\r\nCAPA\r\nUSER\r\n.\r\n', 20", "x, 1"})
    void refusesBytesBehindThePopAnswer(String injected, int count) throws Exception {
        var failure =
                Upgrade.assertFails(
                        Failure.InjectedBeforeTls.class,
                        POP,
                        popOffering("+OK", "STLS", ".")
                                .expect("STLS")
                                .sendRaw("+OK begin\r\n" + injected)
                                .hang(),
                        "CAPA\r\nSTLS\r\n");
        assertEquals(count, failure.bytes());
    }

    @Test
    void refusesAPopLineWithoutEnd() throws Exception {
        Upgrade.assertFails(
                Failure.LimitExceeded.class,
                POP,
                ScriptedServer.plain()
                        .send("+OK hi")
                        .expect("CAPA")
                        .sendRaw("+OK " + "x".repeat(9_000))
                        .hang(),
                "CAPA\r\n");
    }

    @Test
    void refusesAPopAnswerWithoutEnd() throws Exception {
        Upgrade.assertFails(
                Failure.LimitExceeded.class,
                POP,
                ScriptedServer.plain().send("+OK hi").expect("CAPA").sendForever("X-THINKING"),
                "CAPA\r\n");
    }

    @Test
    void tellsAPopServerThatHangsUpInTheMiddle() throws Exception {
        try (ScriptedServer server =
                popOffering("+OK", "STLS", ".").expect("STLS").hangUp().start()) {
            var closed = assertInstanceOf(Failure.Closed.class, POP.failure(server.port()));
            assertEquals(Step.STARTTLS, closed.step());
        }
    }

    private static Script popOffering(String... answer) {
        return ScriptedServer.plain().send("+OK hi").expect("CAPA").send(answer);
    }
}
