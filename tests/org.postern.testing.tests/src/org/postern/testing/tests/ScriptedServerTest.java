package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.testing.CertificateKind;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;

@Timeout(30)
class ScriptedServerTest {

    @Test
    void readsLikeASessionTrace() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("* OK hi")
                                .expect("{tag} LOGIN {user} secret")
                                .send("* CAPABILITY IMAP4rev1", "{tag} OK hello {user}")
                                .expectClose()
                                .start();
                Line client = Line.plain(server.port())) {
            assertEquals("* OK hi", client.read());
            client.write("a1 LOGIN joe secret\r\n");
            assertEquals("* CAPABILITY IMAP4rev1", client.read());
            assertEquals("a1 OK hello joe", client.read());
            client.close();
            server.assertDone();
            assertEquals(List.of("a1 LOGIN joe secret"), server.lines());
        }
    }

    @Test
    void upgradesInTheMiddleAndKeepsClearAndSecuredApart() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .expect("a STARTTLS")
                                .send("a OK begin")
                                .startTls()
                                .expect("b LOGIN joe secret")
                                .send("b OK")
                                .start();
                Line clear = Line.plain(server.port())) {
            clear.write("a STARTTLS\r\n").read();
            try (Line client = clear.upgraded()) {
                client.write("b LOGIN joe secret\r\n");
                assertEquals("b OK", client.read());
            }
            server.assertClosed();
            assertEquals("a STARTTLS\r\n", server.clear().text());
            assertEquals("b LOGIN joe secret\r\n", server.secured().text());
            server.wire().assertNever("secret");
        }
    }

    @Test
    void speaksTlsFromTheFirstByte() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").start();
                Line client = Line.tls(server.port())) {
            assertEquals("* OK hi", client.read());
            client.close();
            server.assertClosed();
            assertEquals(0, server.clear().size());
        }
    }

    @Test
    void seesAClientRefuseACertificate() throws Exception {
        var identity = TestCa.shared().identity(CertificateKind.EXPIRED);
        try (ScriptedServer server = ScriptedServer.tlsRefused(identity).start()) {
            assertThrows(IOException.class, () -> Line.tls(server.port()));
            server.assertDone();
        }
    }

    @Test
    void reportsAClientThatAcceptsWhatItShouldRefuse() throws Exception {
        var identity = TestCa.shared().sound();
        try (ScriptedServer server = ScriptedServer.tlsRefused(identity).start();
                Line client = Line.tls(server.port())) {
            client.write("a LOGIN joe secret\r\n");
            String message = failureOf(server);
            assertTrue(message.contains("accepted the certificate"), message);
        }
    }

    @Test
    void showsScriptAndWhatCameSideBySide() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("* OK hi")
                                .expect("{tag} STARTTLS")
                                .send("{tag} OK begin")
                                .start();
                Line client = Line.plain(server.port())) {
            client.write("a1 NOOP\r\n");
            assertEquals(
                    """
                    The script was left: connection 1
                        S: * OK hi
                      - C: {tag} STARTTLS
                      + C: a1 NOOP
                      . S: {tag} OK begin
                    """,
                    failureOf(server));
            assertEquals("* OK hi", client.read());
            assertNull(client.read(), "the server must close when the script is left");
        }
    }

    @Test
    void reportsAClientThatLeavesEarly() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().expect("{tag} NOOP").start()) {
            Line.plain(server.port()).close();
            String message = failureOf(server);
            assertTrue(message.contains("+ the client closed the connection"), message);
        }
    }

    @Test
    void reportsWhatComesAfterTheEnd() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("+OK").start();
                Line client = Line.plain(server.port())) {
            client.write("STAT\r\n").close();
            var failure = assertThrows(AssertionError.class, server::assertClosed);
            assertTrue(failure.getMessage().contains("STAT (after the end"), failure.getMessage());
        }
    }

    @Test
    void reportsAConnectionThatNoScriptExpects() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("+OK").start();
                Line first = Line.plain(server.port());
                Line second = Line.plain(server.port())) {
            assertEquals("+OK", first.read());
            assertNull(second.read());
            assertTrue(failureOf(server).contains("connection 2 came"));
        }
    }

    @Test
    void servesSeveralConnectionsEachWithItsScript() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK one")
                        .nextConnection()
                        .send("+OK more")
                        .forEveryConnection()
                        .start()) {
            assertEquals("+OK one", greeting(server));
            assertEquals("+OK more", greeting(server));
            assertEquals("+OK more", greeting(server));
            server.assertClosed();
            assertEquals(3, server.connections());
        }
    }

    private static String greeting(ScriptedServer server) throws IOException {
        try (Line client = Line.plain(server.port())) {
            return client.read();
        }
    }

    @Test
    void answersSideCommandsWheneverTheyCome() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .whenever("{tag} NOOP", "{tag} OK noop")
                                .expect("{tag} LOGOUT")
                                .send("{tag} OK bye")
                                .start();
                Line client = Line.plain(server.port())) {
            assertEquals("1 OK noop", client.write("1 NOOP\r\n").read());
            assertEquals("2 OK noop", client.write("2 NOOP\r\n").read());
            assertEquals("3 OK bye", client.write("3 LOGOUT\r\n").read());
            server.assertDone();
        }
    }

    @Test
    void takesALiteralOfTheAnnouncedSize() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .expect("{tag} APPEND INBOX {{size}}")
                                .send("+ go")
                                .expectBytes("{size}")
                                .expect("")
                                .send("{tag} OK {size}")
                                .start();
                Line client = Line.plain(server.port())) {
            assertEquals("+ go", client.write("a APPEND INBOX {5}\r\n").read());
            assertEquals("a OK 5", client.write("a\r\nb\n\r\n").read());
            server.assertDone();
        }
    }

    @Test
    void waitsAtAPauseUntilTheTestLetsItGoOn() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain().pause("greeting").send("* OK late").start();
                Line client = Line.plain(server.port())) {
            server.awaitPause("greeting");
            server.resume("greeting");
            assertEquals("* OK late", client.read());
        }
    }

    @Test
    void hangsUntilTheClientCloses() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().hang().start();
                Line client = Line.plain(server.port())) {
            client.write("anything\r\n").close();
            server.assertDone();
            assertEquals(List.of("anything"), server.lines());
        }
    }

    @Test
    void closesWhatHangs() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().hang().start();
                Line client = Line.plain(server.port())) {
            client.write("anything\r\n");
            server.close();
            assertThrowsOrEnds(client);
        }
    }

    private static void assertThrowsOrEnds(Line client) throws IOException {
        try {
            assertNull(client.read());
        } catch (SocketException reset) {
            assertFalse(reset.getMessage().contains("timed out"), reset.getMessage());
        }
    }

    @Test
    void resetsAConnection() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().expect("go").reset().start();
                Line client = Line.plain(server.port())) {
            client.write("go\r\n");
            assertThrows(SocketException.class, client::read);
        }
    }

    @Test
    void sendsForEverUntilTheClientCloses() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().sendForever("* OK").start();
                Line client = Line.plain(server.port())) {
            for (int i = 0; i < 1000; i++) {
                assertEquals("* OK", client.read());
            }
            client.close();
            server.assertDone();
        }
    }

    @Test
    void refusesTheTlsVersionLikeAnOldServer() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().refuseTlsVersion().start()) {
            var failure = assertThrows(IOException.class, () -> Line.tls(server.port()));
            assertTrue(failure.getMessage().contains("protocol_version"), failure.getMessage());
            server.assertDone();
        }
    }

    @Test
    void tellsWhatItWaitsForWhenNobodyComes() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().expect("a NOOP").start()) {
            Duration brief = Duration.ofMillis(20);
            var failure = assertThrows(AssertionError.class, () -> server.assertDone(brief));
            assertTrue(failure.getMessage().contains("- C: a NOOP"), failure.getMessage());
        }
    }

    private static String failureOf(ScriptedServer server) {
        return assertThrows(AssertionError.class, server::assertDone).getMessage();
    }
}
