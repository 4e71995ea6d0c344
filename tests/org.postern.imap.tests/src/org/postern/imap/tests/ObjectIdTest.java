package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanGlance;
import org.postern.transport.CanRecognize;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ids of mailboxes that outlive their names (RFC 8474). */
class ObjectIdTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final String FIELDS =
            "BODY.PEEK[HEADER.FIELDS (FROM TO CC REPLY-TO SUBJECT DATE MESSAGE-ID IN-REPLY-TO"
                    + " REFERENCES CONTENT-TYPE LIST-ID)])";

    /** One that answers it tells it from freed memory. */
    @Test
    void aListAsksForNoIds() throws Exception {
        Script script =
                Sessions.loggedIn("LIST-EXTENDED LIST-STATUS CONDSTORE OBJECTID")
                        .expect(
                                "{tag} LIST \"\" \"*\" RETURN (SUBSCRIBED STATUS"
                                        + " (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))")
                        .send("* LIST () \"/\" Work", "{tag} OK");
        Map<String, SyncToken> known = Map.of("Work", new SyncToken("v1:7:9:3:1"));
        CanGlance.Listing all =
                with(
                        script,
                        session ->
                                session.capability(CanGlance.class)
                                        .orElseThrow()
                                        .mailboxes(known, MONITOR));
        assertEquals(
                List.of("INBOX", "Work"), all.mailboxes().stream().map(RemoteMailbox::id).toList());
    }

    private static Script listing(Script script, String... codes) {
        return script.expect("{tag} EXAMINE \"Work\"")
                .send("* 1 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 2] .")
                .send(codes)
                .send("{tag} OK")
                .expect("{tag} UID SEARCH ALL")
                .send("* SEARCH 1", "{tag} OK")
                .expect("{tag} UID FETCH 1 (UID FLAGS RFC822.SIZE INTERNALDATE " + FIELDS)
                .send(
                        "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 9 BODY[HEADER.FIELDS (FROM)] \"\")",
                        "{tag} OK");
    }

    private static Script opening(Script script, String name, String... codes) {
        return script.expect("{tag} EXAMINE \"" + name + "\"")
                .send("* 1 EXISTS", "* OK [UIDNEXT 2] .")
                .send(codes)
                .send("{tag} OK");
    }

    private static Map<String, String> renamed(MailSession session, String... unknown)
            throws MailException {
        SyncToken token = session.changes("Work", Optional.empty(), new HeardChanges(), MONITOR);
        return session.capability(CanRecognize.class)
                .orElseThrow()
                .renamed(Map.of("Work", token), List.of(unknown), MONITOR);
    }

    @Test
    void aRenamedMailboxIsRecognised() throws Exception {
        Script script = Sessions.loggedIn("OBJECTID");
        listing(script, "* OK [MAILBOXID (F2212ea8-5b53)] Ok");
        opening(script, "Other", "* OK [UIDVALIDITY 7] .", "* OK [MAILBOXID (F3)] Ok");
        opening(script, "None", "* OK [UIDVALIDITY 7] .");
        script.expect("{tag} EXAMINE \"Foreign\"").send("{tag} NO [NOPERM] not yours");
        opening(script, "Anew", "* OK [UIDVALIDITY 8] .", "* OK [MAILBOXID (F2212ea8-5b53)] Ok");
        opening(script, "Done", "* OK [UIDVALIDITY 7] .", "* OK [MAILBOXID (F2212ea8-5b53)] Ok");
        Map<String, String> found =
                with(
                        script,
                        session ->
                                renamed(session, "Other", "None", "Foreign", "Anew", "Done", "Z"));
        assertEquals(Map.of("Work", "Done"), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[MAILBOXID NIL]", "[MAILBOXID ()]", "[MAILBOXID (a b)]", "[ALERT]"})
    void oneWithoutAnIdIsNotSought(String code) throws Exception {
        Script script = listing(Sessions.loggedIn("OBJECTID"), "* OK " + code + " Ok");
        assertEquals(Map.of(), with(script, session -> renamed(session, "Done")));
    }

    @Test
    void aServerWithoutThemIsAskedNothing() throws Exception {
        Script script = Sessions.loggedIn("LIST-EXTENDED");
        boolean offered =
                with(script, session -> session.capability(CanRecognize.class).isPresent());
        assertFalse(offered);
    }

    /** Two mailboxes may have been made in the same second, and have one UIDVALIDITY. */
    @Test
    void anotherMailboxOfTheSameNameIsToldAnew() throws Exception {
        Script script = Sessions.loggedIn("OBJECTID");
        listing(script, "* OK [MAILBOXID (F1)] Ok");
        listing(script, "* OK [MAILBOXID (F2)] Ok");
        HeardChanges heard = new HeardChanges();
        with(
                script,
                session -> {
                    SyncToken token =
                            session.changes("Work", Optional.empty(), new HeardChanges(), MONITOR);
                    return session.changes("Work", Optional.of(token), heard, MONITOR);
                });
        assertEquals(List.of("forgotten"), heard.events.subList(0, 1));
    }

    /** Uses a session. */
    @FunctionalInterface
    private interface Use<T> {
        T on(MailSession session) throws Exception;
    }

    private static <T> T with(Script script, Use<T> use) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            return use.on(session);
        }
    }
}
