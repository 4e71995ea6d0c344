package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.testing.TestUser;
import org.postern.transport.RemoteId;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Damaged sessions from login to the last verb: they end well or with a named failure, and soon.
 */
class SessionFuzzTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final List<RemoteId> IDS = List.of(new RemoteId("aaa"), new RemoteId("bbb"));
    private static final TestUser ANN = new TestUser("ann", "open sesame");
    private static final String STRUCTURE = "+-.OKER[]/ \r\n0123456789\0";
    private static final int LIMIT_MILLIS = 5_000;

    private static final String MODERN =
            """
            +OK
            TOP
            UIDL
            SASL PLAIN LOGIN
            PIPELINING
            .
            +OK in
            +OK
            TOP
            UIDL
            PIPELINING
            .
            +OK
            1 100
            2 200
            .
            +OK
            1 aaa
            2 bbb
            .
            +OK
            Subject: b

            .
            +OK
            Subject: a

            .
            +OK
            Subject: a

            ..a dot
            .
            +OK 200 octets
            Subject: b

            text
            .
            +OK
            +OK
            +OK bye
            """
                    .replace("\n", "\r\n");

    private static final String OLD =
            """
            -ERR what?
            +OK
            +OK 1 message
            -ERR what?
            +OK
            1 100
            .
            -ERR no UIDL
            -ERR no TOP
            +OK
            Subject: a

            text
            .
            -ERR no TOP
            +OK
            Subject: a

            text
            .
            +OK bye
            """
                    .replace("\n", "\r\n");

    /** How far it came. */
    private static int run(byte[] said) {
        List<SpokenConnection> opened = new ArrayList<>();
        int steps = 0;
        try (PopSession session =
                PopSession.open(
                        PopHarness.request(110, Security.NONE, ANN, LoginWish.PASSWORD),
                        (request, monitor) -> {
                            opened.add(new SpokenConnection(said));
                            return opened.getLast();
                        },
                        new PopLimits(1_000, 10_000, 1_000, 100, 10_000),
                        MONITOR)) {
            steps++;
            session.changes("INBOX", Optional.empty(), new RecordedChanges(), MONITOR);
            steps++;
            session.bodies("INBOX", IDS, (id, body) -> body.readAllBytes(), MONITOR);
            steps++;
            session.delete("INBOX", IDS, MONITOR);
            steps++;
        } catch (MailException named) {
            assertTrue(named.failure() != null);
        }
        assertTrue(opened.stream().allMatch(SpokenConnection::isClosed));
        return steps;
    }

    private static int runInTime(byte[] said) {
        long before = System.nanoTime();
        int steps = run(said);
        long millis = (System.nanoTime() - before) / 1_000_000;
        assertTrue(
                millis < LIMIT_MILLIS,
                () -> millis + " ms for " + new String(said, StandardCharsets.ISO_8859_1));
        return steps;
    }

    @Test
    void theSoundSessionComesToItsEnd() {
        assertEquals(4, run(MODERN.getBytes(StandardCharsets.US_ASCII)));
        assertEquals(4, run(OLD.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void damagedSessionsEndWithANamedFailureAtWorst() {
        Random random = new Random(20261124);
        int[] reached = new int[5];
        for (int i = 0; i < 5_000; i++) {
            String sound = i % 4 == 0 ? OLD : MODERN;
            byte[] bytes = sound.getBytes(StandardCharsets.US_ASCII);
            reached[runInTime(damaged(bytes, random))]++;
        }
        assertTrue(reached[4] > 200, "some damage must be bearable: " + Arrays.toString(reached));
        assertTrue(reached[0] > 50, "some must be fatal at once: " + Arrays.toString(reached));
    }

    @Test
    void aSessionThatEndsAnywhereIsAClosedConnection() {
        byte[] sound = MODERN.getBytes(StandardCharsets.US_ASCII);
        for (int end = 0; end < sound.length; end++) {
            assertTrue(runInTime(Arrays.copyOf(sound, end)) < 4, "cut at " + end);
        }
    }

    /** One to four small damages. */
    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound;
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = damagedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] damagedOnce(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int length = Math.min(random.nextInt(8), bytes.length - from);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> result.write(random.nextInt(256));
            case 1 -> result.write(STRUCTURE.charAt(random.nextInt(STRUCTURE.length())));
            case 2 -> {
                result.write(bytes, from, length);
                result.write(bytes, from, length);
            }
            default -> result.write(bytes, from, 0);
        }
        result.write(bytes, from + length, bytes.length - from - length);
        return result.toByteArray();
    }
}
