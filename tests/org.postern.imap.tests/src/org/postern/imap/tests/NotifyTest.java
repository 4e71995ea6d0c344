package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Waiting for news of several mailboxes at once (RFC 5465). */
class NotifyTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final List<String> BOXES = List.of("INBOX", "Work", "New");
    private static final Map<String, SyncToken> KNOWN =
            Map.of("INBOX", new SyncToken("v1:7:90:5:-"), "Work", new SyncToken("v1:8:70:3:-"));
    private static final String SET =
            "{tag} NOTIFY SET STATUS (mailboxes (\"INBOX\" \"Work\" \"New\")"
                    + " (MessageNew MessageExpunge FlagChange))";
    private static final String[] AS_KNOWN = {
        "* STATUS inbox (MESSAGES 2 UIDNEXT 5 UIDVALIDITY 7 UNSEEN 0 HIGHESTMODSEQ 90)",
        "* STATUS Work (MESSAGES 2 UIDNEXT 3 UIDVALIDITY 8 UNSEEN 0 HIGHESTMODSEQ 70)",
        "* STATUS New (MESSAGES 0 UIDNEXT 1 UIDVALIDITY 9 UNSEEN 0 HIGHESTMODSEQ 1)"
    };

    private static Script loggedIn() {
        return Sessions.loggedIn("IDLE CONDSTORE NOTIFY UNSELECT");
    }

    private static Script idling(Script script, String... before) {
        return script.expect(SET)
                .send(AS_KNOWN)
                .send(before)
                .send("{tag} OK set")
                .expect("{tag} IDLE")
                .send("+ idling");
    }

    private static Script done(Script script) {
        return script.expect("DONE").send("{tag} OK").expect("{tag} NOTIFY NONE").send("{tag} OK");
    }

    private static Set<String> watch(MailSession session, Duration longest) throws MailException {
        CanWatch watching = session.capability(CanWatch.class).orElseThrow();
        return watching.watch(BOXES, KNOWN, longest, MONITOR);
    }

    private static Set<String> watch(Script script, Duration longest) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            Set<String> changed = watch(session, longest);
            session.close();
            server.assertDone();
            return changed;
        }
    }

    @Test
    void tellsWhichMailboxChanged() throws Exception {
        Script script =
                idling(loggedIn())
                        .send(
                                "* OK still here",
                                "* STATUS Elsewhere (MESSAGES 7 UIDNEXT 8)",
                                "* STATUS Work (UIDNEXT 4 MESSAGES 3 UNSEEN 1 HIGHESTMODSEQ 71)");
        assertEquals(Set.of("Work"), watch(done(script), LONG));
    }

    @Test
    void aChangeOfFlagsIsNews() throws Exception {
        Script script = idling(loggedIn()).send("* STATUS INBOX (HIGHESTMODSEQ 91)");
        assertEquals(Set.of("INBOX"), watch(done(script), LONG));
        script = idling(loggedIn()).send("* STATUS Work (UNSEEN 2)");
        assertEquals(Set.of("Work"), watch(done(script), LONG));
    }

    @Test
    void whatIsToldAgainIsNoNews() throws Exception {
        Script script = idling(loggedIn()).send("* STATUS INBOX (UIDNEXT 5 HIGHESTMODSEQ 90)");
        assertEquals(Set.of(), watch(done(script), Duration.ofMillis(300)));
    }

    @Test
    void whatIsOtherThanItsTokenIsToldAtOnceAndOnlyOnce() throws Exception {
        String other = "* STATUS INBOX (MESSAGES 3 UIDNEXT 6 UIDVALIDITY 7 HIGHESTMODSEQ 92)";
        Script script = loggedIn().expect(SET).send(AS_KNOWN).send(other).send("{tag} OK set");
        script.expect("{tag} NOTIFY NONE").send("{tag} OK");
        done(idling(script, other));
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            assertEquals(Set.of("INBOX"), watch(session, LONG));
            assertEquals(Set.of(), watch(session, Duration.ofMillis(100)));
            session.close();
            server.assertDone();
        }
    }

    @Test
    void anOverflowMeansAllAndTheSecondTimeItIsEnough() throws Exception {
        String overflow = "* OK [NOTIFICATIONOVERFLOW] too much for me";
        Script script = done(idling(loggedIn()).send(overflow));
        done(idling(script).send(overflow));
        script.expect("{tag} EXAMINE \"INBOX\" (CONDSTORE)")
                .send("* 2 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 5] .")
                .send("* OK [HIGHESTMODSEQ 90] .", "{tag} OK")
                .expect("{tag} IDLE")
                .send("+ idling", "* 3 EXISTS")
                .expect("DONE")
                .send("{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            assertEquals(Set.copyOf(BOXES), watch(session, LONG));
            assertEquals(Set.copyOf(BOXES), watch(session, LONG));
            assertEquals(1, session.capability(CanWatch.class).orElseThrow().most());
            assertEquals(Set.of("INBOX"), watch(session, LONG));
            session.close();
            server.assertDone();
        }
    }

    @Test
    void aServerThatRefusesIsWatchedWithIdle() throws Exception {
        Script script =
                loggedIn()
                        .expect(SET)
                        .send("{tag} NO [BADEVENT (MessageNew)] sorry")
                        .expect("{tag} EXAMINE \"INBOX\" (CONDSTORE)")
                        .send("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 6] .")
                        .send("{tag} OK");
        assertEquals(Set.of("INBOX"), watch(script, LONG));
    }

    @Test
    void whatWasOpenIsLeftFirst() throws Exception {
        Script script =
                loggedIn()
                        .expect("{tag} EXAMINE \"Work\" (CONDSTORE)")
                        .send("* 0 EXISTS", "* OK [UIDVALIDITY 8] .", "* OK [UIDNEXT 3] .")
                        .send("* OK [HIGHESTMODSEQ 70] .", "{tag} OK")
                        .expect("{tag} UNSELECT")
                        .send("{tag} OK");
        idling(script).send("* STATUS Work (HIGHESTMODSEQ 71)");
        try (ScriptedServer server = done(script).start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            session.changes("Work", Optional.empty(), new HeardChanges(), MONITOR);
            assertEquals(Set.of("Work"), watch(session, LONG));
            session.close();
            server.assertDone();
        }
    }

    @Test
    void namesThatFillALineAreNotSaid() throws Exception {
        List<String> many =
                IntStream.range(0, 600)
                        .mapToObj(i -> "a mailbox with a rather long name " + i)
                        .toList();
        Script script =
                loggedIn()
                        .expect(
                                "{tag} NOTIFY SET STATUS (personal"
                                        + " (MessageNew MessageExpunge FlagChange))")
                        .send("{tag} OK")
                        .expect("{tag} IDLE")
                        .send("+ idling", "* STATUS \"" + many.get(7) + "\" (HIGHESTMODSEQ 2)");
        try (ScriptedServer server = done(script).start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            CanWatch watching = session.capability(CanWatch.class).orElseThrow();
            assertEquals(Set.of(many.get(7)), watching.watch(many, Map.of(), LONG, MONITOR));
        }
    }

    @Test
    void namesBeyondAsciiAreUnderstoodInEachWayOfWritingThem() throws Exception {
        for (String written : List.of("\"Entw&APw-rfe\"", "{9}\r\nEntw\u00fcrfe")) {
            Script script =
                    loggedIn()
                            .expect(
                                    "{tag} NOTIFY SET STATUS (personal"
                                            + " (MessageNew MessageExpunge FlagChange))")
                            .send("{tag} OK")
                            .expect("{tag} IDLE")
                            .send("+ idling", "* STATUS " + written + " (MESSAGES 1)");
            try (ScriptedServer server = done(script).start();
                    MailSession session = Sessions.open(server, Limits.DEFAULT)) {
                CanWatch watching = session.capability(CanWatch.class).orElseThrow();
                List<String> boxes = List.of("INBOX", "Entw&APw-rfe");
                assertEquals(
                        Set.of("Entw&APw-rfe"), watching.watch(boxes, Map.of(), LONG, MONITOR));
            }
        }
    }
}
