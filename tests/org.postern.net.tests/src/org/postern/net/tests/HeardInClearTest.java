package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.Dialect;
import org.postern.net.Dialects;
import org.postern.net.Observation;
import org.postern.net.RingWireLog;
import org.postern.testing.Direction;
import org.postern.testing.RecordingProxy;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a server, or somebody in between, says before TLS leads to nothing. */
class HeardInClearTest {

    private final List<Observation> seen = new ArrayList<>();
    private final RingWireLog log = new RingWireLog();

    @Test
    void nothingOfImapSurvives() throws Exception {
        assertForgotten(
                Dialects.IMAP,
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1 X-EVIL] evil greeting")
                        .expect("P0 CAPABILITY")
                        .send(
                                "* OK [ALERT] evil alert",
                                "* CAPABILITY IMAP4rev1 STARTTLS X-EVIL AUTH=EVIL",
                                "* LIST (\\HasNoChildren) \"/\" evil",
                                "* FLAGS (evil)",
                                "* 7 EXISTS",
                                "* 1 FETCH (FLAGS (\\Seen) BODY[] \"evil\")",
                                "P0 OK [REFERRAL imap://evil.example/] evil")
                        .expect("P1 STARTTLS")
                        .send(
                                "* 2 FETCH (X-EVIL evil)",
                                "* SEARCH 666",
                                "P1 OK [CAPABILITY IMAP4rev1 X-EVIL] evil"),
                "P0 CAPABILITY\r\nP1 STARTTLS\r\n");
    }

    @Test
    void nothingOfPopSurvives() throws Exception {
        assertForgotten(
                Dialects.POP3,
                ScriptedServer.plain()
                        .send("+OK evil <1.2@evil.example>")
                        .expect("CAPA")
                        .send("+OK evil", "USER", "X-EVIL", "STLS", "SASL EVIL", ".")
                        .expect("STLS")
                        .send("+OK evil"),
                "CAPA\r\nSTLS\r\n");
    }

    private void assertForgotten(Dialect dialect, Script script, String sent) throws Exception {
        Client client = Client.with(Security.STARTTLS).speaking(dialect).observedBy(seen::add);
        try (ScriptedServer server = script.startTls().send("good").hang().start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start();
                Connection open = client.connect(proxy.port(), log)) {
            assertEquals(Optional.empty(), open.greeting());
            assertEquals("good\r\n", new String(open.in().readNBytes(6), US_ASCII));
            assertInnocent(open.posture());
            assertEquals(sent, server.clear().text());
            String wire = proxy.recording(Direction.TO_SERVER).text();
            assertTrue(wire.startsWith(sent + "\u0016"), wire);
        }
        seen.stream().filter(each -> !(each instanceof Observation.Heard)).forEach(this::check);
        log.lines(Client.ACCOUNT).forEach(line -> assertInnocent(line.text()));
        assertEquals(1, seen.stream().filter(Observation.Heard.class::isInstance).count());
    }

    private void check(Observation each) {
        assertFalse(each instanceof Observation.Greeted);
        assertInnocent(each);
    }

    private static void assertInnocent(Object what) {
        assertFalse(what.toString().toLowerCase(Locale.ROOT).contains("evil"), what::toString);
    }
}
