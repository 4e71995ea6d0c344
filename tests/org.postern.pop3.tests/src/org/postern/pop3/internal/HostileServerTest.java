package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestUser;
import org.postern.transport.RemoteId;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What a bad server can do: at worst it costs one connection. */
class HostileServerTest {

    private static final NullProgressMonitor QUIET = new NullProgressMonitor();

    @Test
    void anEndlessLineIsCutOff() throws Exception {
        Failure failure = listing("+OK", "1 " + "9".repeat(PopLimits.DEFAULT.line()));
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

    private static PopSession tight(ScriptedServer server, PopLimits limits) throws Exception {
        return PopSession.open(
                PopHarness.request(
                        server.port(),
                        Security.NONE,
                        new TestUser("ann", PopHarness.PASSWORD),
                        LoginWish.PASSWORD),
                PopHarness.connector(),
                limits,
                QUIET);
    }

    private static Script listed(String... list) {
        return PopHarness.login("+OK", "TOP", "UIDL", "USER", ".").expect("LIST").send(list);
    }

    @Test
    void anEndlessMessageIsCutOff() throws Exception {
        PopLimits limits = new PopLimits(1_000, 100_000, 1_000, 10, 1_000);
        try (ScriptedServer server =
                        listed("+OK", "1 100", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", ".")
                                .expect("RETR 1")
                                .send("+OK 100 octets")
                                .sendForever("x".repeat(1_000))
                                .start();
                PopSession session = tight(server, limits)) {
            MailException thrown =
                    assertThrows(
                            MailException.class,
                            () ->
                                    session.bodies(
                                            "INBOX",
                                            List.of(new RemoteId("aaa")),
                                            (id, body) -> body.readAllBytes(),
                                            QUIET));
            assertEquals(
                    "100000 bytes in a message",
                    assertInstanceOf(Failure.LimitExceeded.class, thrown.failure()).limit());
        }
    }

    @Test
    void anEndlessMessageThatNobodyReadsIsCutOffToo() throws Exception {
        PopLimits limits = new PopLimits(1_000, 100_000, 1_000, 10, 1_000);
        try (ScriptedServer server =
                        listed("+OK", "1 100", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", ".")
                                .expect("TOP 1 0")
                                .send("+OK", "Subject: a", "")
                                .sendForever("x".repeat(1_000))
                                .start();
                PopSession session = tight(server, limits)) {
            assertInstanceOf(Failure.LimitExceeded.class, changes(session));
        }
    }

    @Test
    void listsAreBoundedInNumberAndInBytes() throws Exception {
        PopLimits limits = new PopLimits(1_000, 100_000, 1_000, 3, 20);
        try (ScriptedServer server = listed("+OK", "1 1", "2 1", "3 1", "4 1", ".").start();
                PopSession session = tight(server, limits)) {
            assertEquals(
                    "3 messages",
                    assertInstanceOf(Failure.LimitExceeded.class, changes(session)).limit());
        }
        try (ScriptedServer server =
                        listed("+OK", "1 1", ".")
                                .expect("UIDL")
                                .send("+OK", "1 " + "x".repeat(30), ".")
                                .start();
                PopSession session = tight(server, limits)) {
            assertEquals(
                    "20 bytes in a list",
                    assertInstanceOf(Failure.LimitExceeded.class, changes(session)).limit());
        }
    }

    @Test
    void aMillionEqualIdsAreNoEndlessWork() throws Exception {
        Map<Integer, String> ids = new LinkedHashMap<>();
        for (int i = 1; i <= 200_000; i++) {
            ids.put(i, i % 3 == 0 ? "same~" + i : "same");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertEquals(200_000, Maildrop.distinct(ids).size()));
    }

    @Test
    void capabilitiesOfAbsurdLengthAreCutOff() throws Exception {
        String[] lines = new String[12];
        java.util.Arrays.setAll(lines, i -> i == 0 ? "+OK" : "X" + i + " " + "y".repeat(8_000));
        try (ScriptedServer server =
                ScriptedServer.plain().send("+OK ready").expect("CAPA").send(lines).start()) {
            MailException e = assertThrows(MailException.class, () -> PopHarness.open(server));
            assertInstanceOf(Failure.LimitExceeded.class, e.failure());
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
