package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.testing.ScriptedServer;

import java.util.Optional;
import java.util.Random;

/** What a bad server can do: at worst it costs one connection. */
class HostileServerTest {

    private static final NullProgressMonitor QUIET = new NullProgressMonitor();

    @Test
    void anEndlessLineIsCutOff() throws Exception {
        Failure failure = listing("+OK", "1 " + "9".repeat(PopWire.LONGEST_LINE));
        assertInstanceOf(Failure.LimitExceeded.class, failure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "x 100",
                "1 x",
                "-1 100",
                "99999999999 1",
                "1 9999999999999999999",
                "\u0000 1"
            })
    void aGarbledListEntryIsToldWithItsLine(String entry) throws Exception {
        Failure failure = listing("+OK", entry, ".");
        assertInstanceOf(Failure.ProtocolError.class, failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "* OK", "+", "HTTP/1.1 400 Bad Request", "+OKAY"})
    void anAnswerThatIsNoneIsAProtocolError(String answer) throws Exception {
        assertInstanceOf(Failure.ProtocolError.class, listing(answer));
    }

    @Test
    void endlessCapabilitiesAreCutOff() throws Exception {
        String[] lines = new String[1_002];
        java.util.Arrays.setAll(lines, i -> i == 0 ? "+OK" : "X" + i);
        try (ScriptedServer server =
                ScriptedServer.plain().send("+OK ready").expect("CAPA").send(lines).start()) {
            MailException e = assertThrows(MailException.class, () -> PopHarness.open(server));
            assertInstanceOf(Failure.LimitExceeded.class, e.failure());
        }
    }

    @Test
    void anEndlessListIsCutOff() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login().expect("LIST").send("+OK").sendForever("1 100").start();
                PopSession session = PopHarness.open(server)) {
            assertInstanceOf(Failure.LimitExceeded.class, changes(session));
        }
    }

    @Test
    void anEndlessHeaderIsCutOff() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login("+OK", "TOP", "UIDL", "USER", ".")
                                .expect("LIST")
                                .send("+OK", "1 100", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", ".")
                                .expect("TOP 1 0")
                                .send("+OK")
                                .sendForever("X-Filler: " + "x".repeat(1000))
                                .start();
                PopSession session = PopHarness.open(server)) {
            assertInstanceOf(Failure.LimitExceeded.class, changes(session));
        }
    }

    @Test
    void randomBytesNeverEndInAnythingButAFailure() throws Exception {
        Random random = new Random(20261124);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[1 + random.nextInt(400)];
            random.nextBytes(noise);
            try (ScriptedServer server =
                            PopHarness.login().expect("LIST").sendBytes(noise).hangUp().start();
                    PopSession session = PopHarness.open(server)) {
                assertNotNull(changes(session));
            }
        }
    }

    private static Failure listing(String... answer) throws Exception {
        try (ScriptedServer server =
                        PopHarness.login().expect("LIST").send(answer).hangUp().start();
                PopSession session = PopHarness.open(server)) {
            return changes(session);
        }
    }

    private static Failure changes(PopSession session) {
        return assertThrows(
                        MailException.class,
                        () ->
                                session.changes(
                                        "INBOX", Optional.empty(), new RecordedChanges(), QUIET))
                .failure();
    }
}
