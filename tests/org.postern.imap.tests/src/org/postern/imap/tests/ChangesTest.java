package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How changes are found out, word by word. */
class ChangesTest {

    private static final String FETCH = "{tag} UID FETCH {set} (UID FLAGS RFC822.SIZE {items...}";
    private static final String HEADERS = "BODY[HEADER.FIELDS (SUBJECT)] {12}\r\nSubject: a\r\n";

    private final HeardChanges heard = new HeardChanges();

    private String changes(Script script, String since) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            Optional<SyncToken> token =
                    since.isEmpty() ? Optional.empty() : Optional.of(new SyncToken(since));
            SyncToken now = session.changes("Box", token, heard, new NullProgressMonitor());
            session.close();
            server.assertDone();
            return now.value();
        }
    }

    private static String message(long sequence, long uid) {
        return "* %d FETCH (UID %d FLAGS (\\Seen) RFC822.SIZE 40 INTERNALDATE \" 1-Feb-2020 01:02:03 +0000\" %s)"
                .formatted(sequence, uid, HEADERS);
    }

    private static Script examined(Script before, String parameters, String... told) {
        return before.expect("{tag} EXAMINE \"Box\"" + parameters).send(told).send("{tag} OK");
    }

    @Test
    void theServerThatRemembersIsAskedOnce() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (QRESYNC (7 90))",
                        "* 3 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 12] .",
                        "* OK [HIGHESTMODSEQ 95] .",
                        "* VANISHED (EARLIER) 3:4,11",
                        "* 1 FETCH (UID 5 FLAGS (\\Flagged) MODSEQ (92))",
                        "* 3 FETCH (UID 10 FLAGS (\\Seen) MODSEQ (93))");
        script.expect(FETCH).send(message(3, 10), "{tag} OK");
        script.expect("{tag} UID SEARCH RETURN (ALL) UID 11")
                .send("* ESEARCH (TAG \"{tag}\") UID", "{tag} OK");
        assertEquals("v1:7:95:12:-", changes(script, "v1:7:90:10:-"));
        assertEquals(
                List.of("vanished 3", "vanished 4", "vanished 11", "flags 5", "added 10"),
                heard.events);
        assertEquals(Set.of(Flag.FLAGGED), heard.flags.get("5"));
    }

    @Test
    void nothingNewCostsOneRoundTrip() throws Exception {
        String[] told = {
            "* 2 EXISTS",
            "* OK [UIDVALIDITY 7] .",
            "* OK [UIDNEXT 10] .",
            "* OK [HIGHESTMODSEQ 90] ."
        };
        assertEquals(
                "v1:7:90:10:-",
                changes(examined(Sessions.resyncing(), " (QRESYNC (7 90))", told), "v1:7:90:10:-"));
        assertEquals(
                "v1:7:90:10:4,9",
                changes(
                        examined(Sessions.loggedIn("CONDSTORE"), " (CONDSTORE)", told),
                        "v1:7:90:10:4,9"));
        assertEquals(List.of(), heard.events);
    }

    @Test
    void newsAboutTheMailboxBeforeIsNotTakenForThisOne() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (QRESYNC (7 90))",
                        "* VANISHED 5:6",
                        "* 9 EXISTS",
                        "* OK [CLOSED] .",
                        "* 0 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 10] .",
                        "* OK [HIGHESTMODSEQ 90] .");
        changes(script, "v1:7:90:10:-");
        assertEquals(List.of(), heard.events);
    }

    @Test
    void aServerThatLostItsMemoryIsReadAnew() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (QRESYNC (7 90))",
                        "* 0 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 10] .",
                        "* OK [HIGHESTMODSEQ 3] .");
        assertEquals("v1:7:3:10:-0", changes(script, "v1:7:90:10:-"));
        assertEquals(List.of("forgotten"), heard.events);
    }

    @Test
    void aServerThatForgetsToTellIsReadAnew() throws Exception {
        for (String known : List.of("v1:7:90:10:-2", "v1:7:90:10:-9")) {
            Script script =
                    examined(
                            Sessions.resyncing(),
                            " (QRESYNC (7 90))",
                            "* 0 EXISTS",
                            "* OK [UIDVALIDITY 7] .",
                            "* OK [UIDNEXT 10] .",
                            "* OK [HIGHESTMODSEQ 90] .",
                            "* VANISHED (EARLIER) 3");
            assertEquals("v1:7:90:10:-0", changes(script, known));
        }
        assertEquals(List.of("forgotten", "forgotten"), heard.events);
    }

    @Test
    void whatASessionThatBrokeOffHadToldMayBeGoneWithoutATrace() throws Exception {
        Script script = bare("* 1 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 13] .");
        script.expect(SCAN).send("* 1 FETCH (UID 3 FLAGS ())", "{tag} OK");
        changes(script, "v1:7:0:11:3");
        assertTrue(heard.events.containsAll(List.of("vanished 11", "vanished 12")));
    }

    @Test
    void messagesThatNeverWereMayVanish() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (QRESYNC (7 90))",
                        "* 2 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 10] .",
                        "* OK [HIGHESTMODSEQ 91] .",
                        "* VANISHED (EARLIER) 1:2,77:99");
        assertEquals("v1:7:91:10:-2", changes(script, "v1:7:90:10:-2"));
        assertEquals(List.of("vanished 1", "vanished 2"), heard.events);
    }

    @Test
    void aMailboxWithoutModSeqsIsComparedThoughOthersHaveThem() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (CONDSTORE)",
                        "* 1 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 10] .",
                        "* OK [NOMODSEQ] .");
        script.expect(SCAN).send("* 1 FETCH (UID 3 FLAGS (\\Seen))", "{tag} OK");
        assertEquals("v1:7:0:10:3", known(changes(script, "v1:7:0:10:3:4")));
        assertEquals(List.of("vanished 4", "flags 3"), heard.events);
    }

    @Test
    void allMessagesThereCanBeAreNotToldOneByOne() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (QRESYNC (7 90))",
                        "* 0 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 4294967295] .",
                        "* OK [HIGHESTMODSEQ 91] .",
                        "* VANISHED (EARLIER) 1:4294967295");
        changes(script, "v1:7:90:4294967290:-");
        assertEquals(List.of("forgotten"), heard.events);
    }

    @Test
    void aSearchThatFindsTheWholeRangeOfUidsIsRefused() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (CONDSTORE)",
                        "* 3 EXISTS",
                        "* OK [UIDVALIDITY 7] .");
        script.expect("{tag} UID SEARCH RETURN (ALL) ALL")
                .send("* ESEARCH (TAG \"{tag}\") UID ALL 1:4294967295", "{tag} OK");
        MailException refused = assertThrows(MailException.class, () -> changes(script, ""));
        assertInstanceOf(Failure.LimitExceeded.class, refused.failure());
    }

    private static Script bare(String... told) {
        return examined(Sessions.loggedIn(""), "", told);
    }

    private static final String SCAN = "{tag} UID FETCH 1:* (UID FLAGS)";

    /** The token without its digest of flags. */
    private static String known(String token) {
        return token.replaceAll(";.*", "");
    }

    @Test
    void comparesWhereTheServerKnowsNothing() throws Exception {
        Script script = bare("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 10] .");
        script.expect(SCAN)
                .send(
                        "* 1 FETCH (UID 4 FLAGS (\\Answered))",
                        "* 2 FETCH (FLAGS () UID 8)",
                        "* 3 FETCH (UID 9 FLAGS ())",
                        "{tag} OK");
        script.expect(FETCH).send(message(3, 9), "{tag} OK");
        assertEquals("v1:7:0:10:4,8:9", known(changes(script, "v1:7:0:9:3:5,8")));
        assertEquals(
                List.of("vanished 3", "vanished 5", "flags 4", "flags 8", "added 9"), heard.events);
    }

    @Test
    void flagsThatAreAsTheyWereAreNotToldAgain() throws Exception {
        String[] rows = {
            "* 1 FETCH (UID 4 FLAGS (\\Answered \\Seen $Own))",
            "* 2 FETCH (UID 900 FLAGS ())",
            "* 3 FETCH (UID 5000 FLAGS (\\Seen))"
        };
        String token = changes(scanned(rows), "v1:7:0:5001:4,900,5000");
        assertEquals(List.of("flags 4", "flags 900", "flags 5000"), heard.events);
        assertEquals(token, changes(scanned(rows), token));
        assertEquals(3, heard.events.size());
        rows[1] = "* 2 FETCH (UID 900 FLAGS (\\Flagged))";
        String later = changes(scanned(rows), token);
        assertEquals(List.of("flags 4", "flags 900"), heard.events.subList(3, 5));
        assertEquals(5, heard.events.size());
        assertEquals(later, changes(scanned(rows), later));
        assertEquals(5, heard.events.size());
    }

    private static Script scanned(String... rows) {
        return bare("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 5001] .")
                .expect(SCAN)
                .send(rows)
                .send("{tag} OK");
    }

    @Test
    void theLastWordAboutAMessageCountsInWhateverOrderTheyCome() throws Exception {
        Script script = bare("* 2 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 10] .");
        script.expect(SCAN)
                .send(
                        "* 2 FETCH (UID 8 FLAGS (\\Seen))",
                        "* 1 FETCH (UID 4 FLAGS ())",
                        "* 2 FETCH (UID 8 FLAGS (\\Flagged))",
                        "{tag} OK");
        assertEquals("v1:7:0:10:4,8", known(changes(script, "v1:7:0:10:4,8")));
        assertEquals(List.of("flags 4", "flags 8"), heard.events);
        assertEquals(Set.of(Flag.FLAGGED), heard.flags.get("8"));
    }

    @Test
    void aScanThatTellsTooFewIsNotBelieved() throws Exception {
        Script script = bare("* 2 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 10] .");
        script.expect(SCAN).send("* 1 FETCH (UID 3 FLAGS ())", "{tag} OK");
        script.expect("{tag} UID SEARCH ALL").send("{tag} OK");
        script.expect("{tag} UID FETCH 1:* (UID)")
                .send("* 1 FETCH (UID 3)", "* 2 FETCH (UID 5)", "{tag} OK");
        assertEquals("v1:7:0:10:3,5", known(changes(script, "v1:7:0:10:3,5")));
        assertEquals(List.of("flags 3"), heard.events);
    }

    @Test
    void modSeqsThatNobodyPromisedAreNotAskedFor() throws Exception {
        Script script =
                bare(
                        "* 1 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 10] .",
                        "* OK [HIGHESTMODSEQ 90] .");
        script.expect(SCAN).send("* 1 FETCH (UID 3 FLAGS ())", "{tag} OK");
        assertEquals("v1:7:0:10:3", known(changes(script, "v1:7:80:10:3")));
    }

    @Test
    void putsAnswersInPiecesTogetherAndTakesNewsMeanwhile() throws Exception {
        Script script = bare("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 10] .");
        script.expect("{tag} UID SEARCH ALL").send("* SEARCH 3 8 9", "{tag} OK");
        script.expect(FETCH)
                .send(
                        "* 1 FETCH (UID 3 FLAGS ())",
                        "* 4 EXISTS",
                        "* 1 RECENT",
                        "* 2 EXPUNGE",
                        "* 1 FETCH (RFC822.SIZE 10 UID 3)",
                        message(2, 9),
                        "* OK still here",
                        "* 2 FETCH (FLAGS (\\Deleted))",
                        "* 2 FETCH (UID 9 FLAGS (\\Draft))",
                        "* 77 FETCH (UID 77 FLAGS ())",
                        "* 1 FETCH (UID 3 " + HEADERS + ")",
                        "{tag} OK");
        script.expect("{tag} UID SEARCH UID 8").send("* SEARCH", "{tag} OK");
        assertEquals("v1:7:0:10:3,9", known(changes(script, "")));
        assertEquals(List.of("added 9", "flags 9", "added 3"), heard.events);
        assertEquals(10, heard.messages.get("3").size());
        assertEquals("Subject: a\r\n", heard.headers("3"));
        assertEquals(Set.of(Flag.DRAFT), heard.flags.get("9"));
    }

    @Test
    void aMessageThatTheServerCannotRenderIsToldBare() throws Exception {
        Script script = bare("* 2 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 10] .");
        script.expect("{tag} UID SEARCH ALL").send("* SEARCH 3 8", "{tag} OK");
        script.expect(FETCH)
                .send(
                        message(1, 3),
                        "* 2 FETCH (UID 8 FLAGS (\\Seen) BODY[HEADER",
                        "{tag} NO sorry");
        script.expect("{tag} UID SEARCH UID 8").send("* SEARCH 8", "{tag} OK");
        script.expect("{tag} UID FETCH 8 {items...}").send("{tag} NO sorry");
        assertEquals("v1:7:0:10:3,8", known(changes(script, "")));
        assertEquals(List.of("added 3", "added 8"), heard.events);
        assertEquals("", heard.headers("8"));
    }

    @Test
    void newestMessagesComeFirstAndSeveralCommandsAreUnderWay() throws Exception {
        Script script =
                examined(
                        Sessions.resyncing(),
                        " (CONDSTORE)",
                        "* 7000 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 7001] .",
                        "* OK [HIGHESTMODSEQ 3] .");
        script.expect("{tag} UID SEARCH RETURN (ALL) ALL")
                .send("* ESEARCH (TAG \"{tag}\") UID ALL 1:7000", "{tag} OK");
        script.expect("{one} UID FETCH 6901:7000 {items...}")
                .expect("{two} UID FETCH 5901:6900 {items...}")
                .expect("{three} UID FETCH 1901:5900 {items...}");
        script.send(lines(6901, 7000)).send("{one} OK");
        script.expect("{four} UID FETCH 1:1900 {items...}");
        script.send(lines(5901, 6900)).send("{two} OK");
        script.send(lines(1901, 5900)).send("{three} OK");
        script.send(lines(1, 1900)).send("{four} OK");
        assertEquals("v1:7:3:7001:-7000", changes(script, ""));
        assertEquals(7000, heard.messages.size());
        assertEquals("added 6901", heard.events.getFirst());
    }

    private static String[] lines(int first, int last) {
        String[] lines = new String[last - first + 1];
        for (int uid = first; uid <= last; uid++) {
            lines[uid - first] = message(uid, uid);
        }
        return lines;
    }

    @Test
    void aMailboxWithoutUidvalidityIsRefused() throws Exception {
        MailException refused =
                assertThrows(MailException.class, () -> changes(bare("* 2 EXISTS"), ""));
        assertInstanceOf(Failure.CommandRefused.class, refused.failure());
    }

    @Test
    void idsOfAMailboxThatWasMadeAnewAreNotUsed() throws Exception {
        Script script = bare("* 0 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 10] .");
        script.expect("{tag} SELECT \"Box\"")
                .send("* 1 EXISTS", "* OK [UIDVALIDITY 8] .", "{tag} OK [READ-WRITE]");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            var monitor = new NullProgressMonitor();
            session.changes("Box", Optional.empty(), heard, monitor);
            var flagger = session.capability(org.postern.transport.CanFlag.class).orElseThrow();
            MailException refused =
                    assertThrows(
                            MailException.class,
                            () -> flagger.flag("Box", List.of(), Set.of(), Set.of(), monitor));
            assertInstanceOf(Failure.CommandRefused.class, refused.failure());
            server.assertDone();
        }
    }
}
