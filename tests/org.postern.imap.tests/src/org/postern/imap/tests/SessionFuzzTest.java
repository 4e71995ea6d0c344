package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.imap.internal.session.Opening;
import org.postern.imap.internal.wire.Limits;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanGlance;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Damaged sessions from login to the last verb: they end well or with a named failure. */
class SessionFuzzTest {

    private static final Limits LIMITS = new Limits(8192, 100, 1 << 20, 65536, 1000, 1000, 65536);
    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final List<RemoteId> IDS = List.of(new RemoteId("3"), new RemoteId("8"));

    private static final Map<String, SyncToken> KNOWN =
            Map.of("Box", new SyncToken("v1:7:95:10:-"));

    /** How many steps a session has that comes to its end. */
    private static final int LAST = 7;

    private static final String TRACE =
            """
            A1 OK [CAPABILITY IMAP4rev1 ENABLE QRESYNC ESEARCH UIDPLUS LIST-EXTENDED SPECIAL-USE LIST-STATUS OBJECTID NOTIFY IDLE UNSELECT] in
            * ENABLED QRESYNC
            A2 OK enabled
            * LIST (\\Subscribed) "/" INBOX
            * LIST (\\Sent) "/" {4}
            Sent
            A3 OK listed
            * 3 EXISTS
            * OK [UIDVALIDITY 7] valid
            * OK [UIDNEXT 10] next
            * OK [HIGHESTMODSEQ 95] highest
            * VANISHED (EARLIER) 1:2,5
            * 1 FETCH (UID 3 FLAGS (\\Seen) MODSEQ (91))
            * 3 FETCH (UID 9 FLAGS () MODSEQ (95))
            A4 OK [READ-ONLY] examined
            * 3 FETCH (UID 9 FLAGS () RFC822.SIZE 20 INTERNALDATE " 1-Feb-2020 01:02:03 +0000" BODY[HEADER.FIELDS (SUBJECT)] {14}
            Subject: a

            )
            A5 OK fetched
            * 1 FETCH (UID 3 BODY[] {5}
            hello)
            * 2 FETCH (UID 8 BODY[] "quoted")
            A6 OK fetched
            * OK [UIDVALIDITY 7] valid
            A7 OK [READ-WRITE] selected
            * 1 FETCH (UID 3 MODSEQ (96))
            A8 OK stored
            A9 OK [COPYUID 3 3,8 11:12] copied
            A10 OK stored
            * VANISHED 3,8
            A11 OK expunged
            * LIST () "/" Box
            * STATUS Box (MESSAGES 3 UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 95)
            A12 OK listed
            A13 OK unselected
            * STATUS Box (MESSAGES 4 UIDNEXT 11 UIDVALIDITY 7 HIGHESTMODSEQ 97)
            * OK [NOTIFICATIONOVERFLOW] enough
            A14 OK told
            A15 OK not told any more
            """
                    .replace("\n", "\r\n");

    private static int run(byte[] bytes) {
        FakeConnection connection = new FakeConnection(bytes);
        HeardChanges heard = new HeardChanges();
        int[] steps = new int[1];
        try (MailSession session = open(connection)) {
            steps[0]++;
            session.mailboxes(MONITOR);
            steps[0]++;
            session.changes("Box", Optional.of(new SyncToken("v1:7:90:9:-")), heard, MONITOR);
            steps[0]++;
            session.bodies("Box", IDS, (id, body) -> body.readAllBytes(), MONITOR);
            steps[0]++;
            session.capability(CanFlag.class)
                    .orElseThrow()
                    .flag("Box", IDS, Set.of(Flag.SEEN), Set.of(), MONITOR);
            session.capability(CanCopy.class).orElseThrow().copy("Box", IDS, "Sent", MONITOR);
            session.capability(CanDelete.class).orElseThrow().delete("Box", IDS, MONITOR);
            steps[0]++;
            session.capability(CanGlance.class).orElseThrow().mailboxes(KNOWN, MONITOR);
            steps[0]++;
            Optional<CanWatch> watch = session.capability(CanWatch.class);
            if (watch.isPresent()) {
                watch.get().watch(List.of("Box", "INBOX"), KNOWN, Duration.ofMillis(1), MONITOR);
            }
            steps[0]++;
        } catch (MailException named) {
            assertTrue(named.failure() != null);
        }
        assertTrue(connection.isClosed());
        return steps[0];
    }

    private static int runInTime(byte[] bytes) {
        long before = System.nanoTime();
        int steps = run(bytes);
        long millis = (System.nanoTime() - before) / 1_000_000;
        assertTrue(
                millis < 5_000,
                () -> millis + " ms for " + new String(bytes, StandardCharsets.ISO_8859_1));
        return steps;
    }

    /** A server that knows little, and proves nothing in a login by SCRAM. */
    @Test
    void damagedLoginsEndWithANamedFailure() {
        Random random = new Random(20261124);
        byte[] sound =
                ("+ cj1ub25jZSxzPVFTWENSK1E2c2VrOGJmOTIsaT00MDk2\r\n"
                                + "* OK still here\r\n+ dj1ybUY5cHFWOA==\r\nA1 OK in\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2_000; i++) {
            FakeConnection connection =
                    new FakeConnection(
                            "* OK [CAPABILITY IMAP4rev1 AUTH=SCRAM-SHA-1] hi",
                            Corpus.damaged(sound, random));
            assertThrows(MailException.class, () -> open(connection).close());
            assertTrue(connection.isClosed());
        }
    }

    private static MailSession open(FakeConnection connection) throws MailException {
        return Opening.session(
                Sessions.request(
                        "localhost", 143, Security.NONE, Sessions.JOE, Duration.ofSeconds(10)),
                (request, monitor) -> connection,
                LIMITS,
                MONITOR);
    }

    @Test
    void theSoundTraceComesToItsEnd() {
        assertEquals(LAST, run(TRACE.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void damagedTracesEndWithANamedFailureAtWorst() {
        byte[] sound = TRACE.getBytes(StandardCharsets.ISO_8859_1);
        Random random = new Random(42);
        int[] reached = new int[LAST + 1];
        for (int i = 0; i < 20_000; i++) {
            reached[runInTime(Corpus.damaged(sound, random))]++;
        }
        assertTrue(reached[LAST] > 1000, "some damage must be bearable: " + reached[LAST]);
        assertTrue(reached[0] > 100, "some damage must be fatal at once: " + reached[0]);
    }

    @Test
    void aTraceThatEndsAnywhereIsAClosedConnection() {
        byte[] sound = TRACE.getBytes(StandardCharsets.ISO_8859_1);
        for (int end = 0; end < sound.length; end++) {
            byte[] cut = Arrays.copyOf(sound, end);
            assertTrue(run(cut) < LAST, "cut at " + end);
        }
    }
}
