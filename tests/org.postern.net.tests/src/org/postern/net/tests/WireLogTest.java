package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.net.RingWireLog;
import org.postern.net.WireLine;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;

import java.util.ArrayList;
import java.util.List;

/** What is kept of what is said, and for how long. */
class WireLogTest {

    private static final Endpoint PEER = new Endpoint("mail.example.org", new Port(993));
    private static final AccountId ANN = new AccountId("ann");
    private static final AccountId BEN = new AccountId("ben");

    private final RingWireLog log = new RingWireLog();

    @Test
    void aConnectionIsLoggedFromItsBeginningToItsEnd() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.tls()
                                .send("* OK hi")
                                .expect("A1 LOGIN joe open-sesame")
                                .send("A1 OK welcome")
                                .expect("A2 NOOP")
                                .send("A2 OK done")
                                .start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start()) {
            try (Connection open = Client.with(Security.TLS).connect(proxy.port(), log)) {
                open.out().write("A1 LOGIN ".getBytes(US_ASCII));
                open.hidden().write("joe open-sesame\r\n".getBytes(US_ASCII));
                open.in().readNBytes("A1 OK welcome\r\n".length());
                open.loggedIn(new Login("LOGIN", true, false));
                open.out().write("A2 NOOP\r\n".getBytes(US_ASCII));
                open.in().readNBytes("A2 OK done\r\n".length());
            }
            proxy.assertNeverInClear("open-sesame");
        }
        assertEquals(
                List.of(
                        "N: connected to 127.0.0.1",
                        "N: TLSv1.3 TLS_AES_256_GCM_SHA384",
                        "R: * OK hi",
                        "S: A1 LOGIN … (16 bytes)",
                        "R: A1 OK welcome",
                        "S: A2 NOOP",
                        "R: A2 OK done",
                        "N: closed"),
                shown());
    }

    @Test
    void whatCameInClearBeforeTlsIsANumberOnly() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("* OK [ALERT] evil greeting")
                                .expect("P0 CAPABILITY")
                                .send("* CAPABILITY STARTTLS EVIL", "* 3 EXISTS", "P0 OK evil")
                                .expect("P1 STARTTLS")
                                .send("* LIST () \"/\" evil", "P1 OK evil")
                                .startTls()
                                .send("* OK good")
                                .hang()
                                .start();
                Connection open = Client.with(Security.STARTTLS).connect(server.port(), log)) {
            open.in().readNBytes("* OK good\r\n".length());
        }
        assertEquals(
                List.of(
                        "N: connected to 127.0.0.1",
                        "S: P0 CAPABILITY",
                        "S: P1 STARTTLS",
                        "N: (112 bytes in clear thrown away)",
                        "N: TLSv1.3 TLS_AES_256_GCM_SHA384",
                        "R: * OK good",
                        "N: closed"),
                shown());
    }

    @Test
    void aConnectionThatFailsIsLoggedByTheKindOfItsFailure() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("* OK secret").hang().start()) {
            assertThrowsMail(() -> Client.with(Security.TLS).connect(server.port(), log));
        }
        assertEquals(List.of("N: connected to 127.0.0.1", "N: ClearTextOnTlsPort"), shown());
    }

    private static void assertThrowsMail(Executable work) {
        assertThrows(MailException.class, work);
    }

    @Test
    void theOldestLinesGoWhenThereAreTooMany() {
        for (int i = 1; i <= RingWireLog.LINES + 5; i++) {
            keep(ANN, "line " + i);
        }
        List<WireLine> lines = log.lines(ANN);
        assertEquals(RingWireLog.LINES, lines.size());
        assertEquals("line 6", lines.getFirst().text());
        assertEquals(RingWireLog.LINES + 5, lines.getLast().number());
    }

    @Test
    void theOldestLinesGoWhenTheyAreTooLong() {
        String text = "x".repeat(512);
        for (int i = 0; i < 1_000; i++) {
            keep(ANN, text);
        }
        assertEquals(RingWireLog.BYTES / 512, log.lines(ANN).size());
    }

    @Test
    void accountsDoNotPushEachOtherOut() {
        keep(BEN, "kept");
        for (int i = 0; i < 2 * RingWireLog.LINES; i++) {
            keep(ANN, "noise");
        }
        assertEquals("kept", log.lines(BEN).getFirst().text());
        log.clear(ANN);
        assertTrue(log.lines(ANN).isEmpty());
        assertFalse(log.lines(BEN).isEmpty());
    }

    @Test
    void listenersHearLinesUntilTheyAreRemovedAndDisturbNobody() {
        List<String> heard = new ArrayList<>();
        RingWireLog.Listener listener = line -> heard.add(line.text());
        log.addListener(
                line -> {
                    throw new IllegalStateException("broken");
                });
        log.addListener(listener);
        keep(ANN, "one");
        log.removeListener(listener);
        keep(ANN, "two");
        assertEquals(List.of("one"), heard);
        assertEquals(2, log.lines(ANN).size());
    }

    private void keep(AccountId account, String text) {
        log.keep(account, PEER, 1, WireLine.Direction.NOTE, text);
    }

    private List<String> shown() {
        return log.lines(Client.ACCOUNT).stream()
                .map(line -> line.direction().name().charAt(0) + ": " + line.text())
                .toList();
    }
}
