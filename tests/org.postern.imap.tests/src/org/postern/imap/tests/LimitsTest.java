package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.imap.internal.response.Capabilities;
import org.postern.imap.internal.session.Opening;
import org.postern.imap.internal.wire.Lexer;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Limits;
import org.postern.imap.internal.wire.Tally;
import org.postern.imap.internal.wire.WireIn;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of a server's answers is bounded, however much it says. */
@Timeout(60)
class LimitsTest {

    private static final Limits TIGHT = new Limits(2000, 10, 5000, 1000, 5000, 20, 4000);
    private static final NullProgressMonitor QUIET = new NullProgressMonitor();

    private static Script examined(String... told) {
        return Sessions.resyncing().expect("{tag} EXAMINE {rest...}").send(told);
    }

    private static Failure changes(Script script) throws Exception {
        SyncToken since = new SyncToken("v1:7:90:9:-");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, TIGHT)) {
            return assertThrows(
                            MailException.class,
                            () ->
                                    session.changes(
                                            "Box", Optional.of(since), new HeardChanges(), QUIET))
                    .failure();
        }
    }

    /** A session with a server that says these lines after the login, over and over. */
    private static MailSession told(String line, int times) throws MailException {
        String all = "A1 OK [CAPABILITY IMAP4rev1] in\r\n" + (line + "\r\n").repeat(times);
        FakeConnection connection = new FakeConnection(all.getBytes(StandardCharsets.ISO_8859_1));
        return Opening.session(
                Sessions.request(
                        "localhost", 143, Security.NONE, Sessions.JOE, Duration.ofSeconds(10)),
                (request, monitor) -> connection,
                Limits.DEFAULT,
                QUIET);
    }

    private static String limit(Failure failure) {
        return assertInstanceOf(Failure.LimitExceeded.class, failure).limit();
    }

    @Test
    void aLineHasSixtyFourKibibytesOutsideItsLiterals() throws Exception {
        try (MailSession session = told("* OK " + "x".repeat(64 * 1024 - 7), 1)) {
            assertInstanceOf(
                    Failure.Closed.class,
                    assertThrows(MailException.class, () -> session.mailboxes(QUIET)).failure());
        }
        try (MailSession session = told("* OK " + "x".repeat(64 * 1024 + 1), 1)) {
            assertEquals(
                    "a line of more than 65536 bytes",
                    limit(
                            assertThrows(MailException.class, () -> session.mailboxes(QUIET))
                                    .failure()));
        }
    }

    @Test
    void aResponseFullOfLiteralsKeepsNoMoreThanOne() throws Exception {
        String literal = "{900}\r\n" + "x".repeat(900);
        byte[] bytes = literal.repeat(3).getBytes(StandardCharsets.US_ASCII);
        Lexer lexer = new Lexer(new WireIn(new ByteArrayInputStream(bytes), TIGHT), TIGHT);
        lexer.startLine();
        assertEquals(900, lexer.string().length);
        assertEquals(100, lexer.string().length);
        assertEquals(0, lexer.string().length);
    }

    @Test
    void aMailboxHasSoManyAttributesThatMeanSomething() throws Exception {
        String literals = "{2000}\r\n" + "x".repeat(2000);
        String many = "x ".repeat(3000);
        String line = "* LIST (" + literals.repeat(50) + many + "\\Noselect) \"/\" Box";
        try (MailSession session = told(line + "\r\nA2 OK\r\nA3 OK", 1)) {
            assertEquals(2, session.mailboxes(QUIET).size());
        }
    }

    @Test
    void capabilitiesOfAbsurdNumberAreCut() {
        StringBuilder names = new StringBuilder("IMAP4rev1");
        for (int i = 0; i < 30_000; i++) {
            names.append(" X").append(i);
        }
        Capabilities capabilities = Capabilities.parse(names.toString());
        assertEquals(1_000, capabilities.names().size());
        assertTrue(capabilities.has("IMAP4REV1"));
    }

    @Test
    void aSmallMailboxHasNotSoMuchToSay() throws Exception {
        try (MailSession session = told("* OK again", 250_000)) {
            assertEquals(
                    "more than 200000 responses to a command",
                    limit(
                            assertThrows(MailException.class, () -> session.mailboxes(QUIET))
                                    .failure()));
        }
    }

    @Test
    void whatIsSaidOfALargeMailboxIsHeard() throws Exception {
        try (MailSession session = told("* 100000 EXISTS", 250_000)) {
            assertInstanceOf(
                    Failure.Closed.class,
                    assertThrows(MailException.class, () -> session.mailboxes(QUIET)).failure());
        }
    }

    @Test
    void aListOfEndlessMailboxesIsCutOff() throws Exception {
        StringBuilder names = new StringBuilder("A1 OK [CAPABILITY IMAP4rev1] in");
        for (int i = 0; i < 3_000; i++) {
            names.append("\r\n* LIST () \"/\" ").append(i).append("x".repeat(4_000));
        }
        FakeConnection connection =
                new FakeConnection(names.toString().getBytes(StandardCharsets.US_ASCII));
        try (MailSession session =
                Opening.session(
                        Sessions.request(
                                "localhost",
                                143,
                                Security.NONE,
                                Sessions.JOE,
                                Duration.ofSeconds(10)),
                        (request, monitor) -> connection,
                        Limits.DEFAULT,
                        QUIET)) {
            MailException thrown =
                    assertThrows(MailException.class, () -> session.mailboxes(QUIET));
            assertTrue(limit(thrown.failure()).endsWith("characters in mailbox names"));
        }
    }

    @Test
    void aFloodWhileIdleEndsTheWaiting() throws Exception {
        Script script =
                Sessions.loggedIn("IDLE")
                        .expect("{tag} EXAMINE \"Box\"")
                        .send("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "{tag} OK")
                        .expect("{tag} IDLE")
                        .send("+ idling")
                        .sendForever("* OK still here");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            CanWatch watching = session.capability(CanWatch.class).orElseThrow();
            MailException thrown =
                    assertThrows(
                            MailException.class,
                            () ->
                                    watching.watch(
                                            List.of("Box"),
                                            Map.of(),
                                            Duration.ofMinutes(5),
                                            QUIET));
            assertEquals(
                    "more than 1000 responses that say nothing while idle",
                    limit(thrown.failure()));
        }
    }

    @Test
    void changesToldWhileOpeningAreBounded() throws Exception {
        assertEquals(
                "more than 20 changes of a mailbox",
                limit(
                        changes(
                                examined("* 30 EXISTS", "* OK [UIDVALIDITY 7] .")
                                        .sendForever("* 1 FETCH (UID 3 FLAGS (\\Seen))"))));
        assertEquals(
                "more than 20 changes of a mailbox",
                limit(
                        changes(
                                examined("* 30 EXISTS", "* OK [UIDVALIDITY 7] .")
                                        .sendForever("* VANISHED (EARLIER) 1,3,5,7"))));
    }

    @Test
    void manySearchResultsAreNoBetterThanOneLongOne() throws Exception {
        Script script =
                examined("* 30 EXISTS", "* OK [UIDVALIDITY 8] .", "* OK [UIDNEXT 10] .", "{tag} OK")
                        .expect("{tag} UID SEARCH {rest...}")
                        .sendForever("* SEARCH 1 3 5 7");
        assertEquals("more than 20 message numbers", limit(changes(script)));
    }

    /** UIDs may have wide gaps; the question about them is one whatever the gap. */
    @Test
    void anAbsurdNextUidIsNoThousandQuestions() throws Exception {
        Script script =
                examined(
                                "* 1 EXISTS",
                                "* OK [UIDVALIDITY 7] .",
                                "* OK [UIDNEXT 1000000000] .",
                                "* OK [HIGHESTMODSEQ 95] .",
                                "{tag} OK")
                        .expect("{tag} UID SEARCH RETURN (ALL) UID 9:999999999")
                        .send("* ESEARCH (TAG \"{tag}\") UID", "{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            HeardChanges heard = new HeardChanges();
            Optional<SyncToken> since = Optional.of(new SyncToken("v1:7:90:9:-"));
            session.changes("Box", since, heard, QUIET);
            assertEquals(List.of(), heard.events);
        }
    }

    @Test
    void headersWithoutTheirFlagsAreNotHeldForEver() throws Exception {
        StringBuilder answers = new StringBuilder();
        for (int uid = 1; uid <= 70; uid++) {
            answers.append("* 1 FETCH (UID ").append(uid).append(" BODY[HEADER] {1000}\r\n");
            answers.append("x".repeat(1000)).append(")\r\n");
        }
        Script script =
                examined("* 70 EXISTS", "* OK [UIDVALIDITY 8] .", "{tag} OK")
                        .expect("{tag} UID SEARCH {rest...}")
                        .send("* ESEARCH (TAG \"{tag}\") UID ALL 1:70", "{tag} OK")
                        .expect("{tag} UID FETCH {rest...}")
                        .sendRaw(answers.toString())
                        .hang();
        Limits limits = new Limits(2000, 10, 5000, 1000, 5000, 100, 4000);
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, limits)) {
            MailException thrown =
                    assertThrows(
                            MailException.class,
                            () ->
                                    session.changes(
                                            "Box", Optional.empty(), new HeardChanges(), QUIET));
            assertEquals(
                    "more than 64000 bytes of headers without their flags",
                    limit(thrown.failure()));
        }
    }

    @Test
    void aPathIsNeitherEndlesslyDeepNorLong() throws Exception {
        String deep = "a/".repeat(1500);
        String wide = "\ud83d\udd11".repeat(300);
        String wire =
                new String(wide.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String lines =
                "* LIST () \"/\" \""
                        + deep
                        + "\"\r\n* LIST () \"/\" \""
                        + wire
                        + "\"\r\n"
                        + "A2 OK\r\nA3 OK";
        try (MailSession session = told(lines, 1)) {
            List<RemoteMailbox> all = session.mailboxes(QUIET);
            assertEquals(3, all.size());
            for (RemoteMailbox mailbox : all) {
                assertTrue(mailbox.path().size() <= 64);
                assertTrue(mailbox.path().stream().allMatch(part -> part.length() <= 250));
                assertTrue(mailbox.path().stream().noneMatch(part -> part.contains("/")));
            }
        }
    }

    @Test
    void aTallyCountsWhatIsKept() throws IOException {
        Tally tally = new Tally(3, "things");
        tally.add(3);
        tally.remove(1);
        tally.add(1);
        assertEquals(
                "more than 3 things",
                assertThrows(LimitReached.class, () -> tally.add(1)).getMessage());
    }
}
