package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanMove;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the user does to messages, word by word. */
class VerbsTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final List<RemoteId> IDS = List.of(new RemoteId("3"), new RemoteId("4"));

    /** Uses a session. */
    @FunctionalInterface
    private interface Use<T> {
        T on(MailSession session) throws Exception;
    }

    private static <T> T with(Script script, Use<T> use) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            T result = use.on(session);
            session.close();
            server.assertDone();
            return result;
        }
    }

    private static Script selected(String capabilities) {
        return Sessions.loggedIn(capabilities)
                .expect("{tag} SELECT \"Box\"")
                .send("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "{tag} OK [READ-WRITE] .");
    }

    private static Script examined(String capabilities) {
        return Sessions.loggedIn(capabilities)
                .expect("{tag} EXAMINE \"Box\"")
                .send("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "{tag} OK [READ-ONLY] .");
    }

    private static Boolean flag(MailSession session) throws MailException {
        session.capability(CanFlag.class)
                .orElseThrow()
                .flag("Box", IDS, Set.of(Flag.SEEN, Flag.FORWARDED), Set.of(Flag.DRAFT), MONITOR);
        return true;
    }

    @Test
    void addsAndRemovesFlagsSilently() throws Exception {
        Script script =
                selected("")
                        .expect("{tag} UID STORE 3:4 +FLAGS.SILENT (\\Seen $Forwarded)")
                        .send("* 1 FETCH (UID 3 MODSEQ (7))", "{tag} OK")
                        .expect("{tag} UID STORE 3:4 -FLAGS.SILENT (\\Draft)")
                        .send("{tag} NO [EXPUNGEISSUED] some are gone");
        assertTrue(with(script, VerbsTest::flag));
    }

    @Test
    void aMailboxThatCannotBeWrittenIsRefused() throws Exception {
        Script script =
                Sessions.loggedIn("")
                        .expect("{tag} SELECT \"Box\"")
                        .send("* OK [UIDVALIDITY 7] .", "{tag} OK [READ-ONLY] shared");
        MailException refused =
                assertThrows(MailException.class, () -> with(script, VerbsTest::flag));
        assertInstanceOf(Failure.CommandRefused.class, refused.failure());
    }

    private static Map<RemoteId, RemoteId> move(MailSession session) throws MailException {
        return session.capability(CanMove.class)
                .orElseThrow()
                .move("Box", IDS, "To \"you\"", MONITOR);
    }

    @Test
    void movesAtOnceAndReadsTheNewIdsFromAnUntaggedAnswer() throws Exception {
        Script script =
                selected("MOVE")
                        .expect("{tag} UID MOVE 3:4 \"To \\\"you\\\"\"")
                        .send("* OK [COPYUID 9 4,3 11:12] .", "* 1 EXPUNGE", "{tag} OK");
        assertEquals(
                Map.of(
                        new RemoteId("4"), new RemoteId("11"),
                        new RemoteId("3"), new RemoteId("12")),
                with(script, VerbsTest::move));
    }

    @Test
    void movesByCopyBeforeItRemoves() throws Exception {
        Script script =
                selected("UIDPLUS")
                        .expect("{tag} UID COPY 3:4 \"To \\\"you\\\"\"")
                        .send("{tag} OK [COPYUID 9 3:4 11:12] .")
                        .expect("{tag} UID STORE 3:4 +FLAGS.SILENT (\\Deleted)")
                        .send("{tag} OK")
                        .expect("{tag} UID EXPUNGE 3:4")
                        .send("{tag} OK");
        assertEquals(2, with(script, VerbsTest::move).size());
    }

    @Test
    void removesNothingWhenTheCopyFailed() throws Exception {
        Script script =
                selected("UIDPLUS")
                        .expect("{tag} UID COPY 3:4 \"To \\\"you\\\"\"")
                        .send("{tag} NO [TRYCREATE] no such mailbox")
                        .expect("{tag} LOGOUT")
                        .send("{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            MailException missing = assertThrows(MailException.class, () -> move(session));
            assertEquals(new Failure.NoSuchMailbox("To \"you\""), missing.failure());
        }
    }

    @Test
    void offersNoMoveThatCouldLoseAMessage() throws Exception {
        assertEquals(
                Optional.empty(),
                with(Sessions.loggedIn(""), session -> session.capability(CanMove.class)));
        assertEquals(
                Optional.empty(),
                with(Sessions.loggedIn(""), session -> session.capability(CanWatch.class)));
        assertEquals(
                Optional.empty(),
                with(Sessions.loggedIn(""), session -> session.capability(String.class)));
    }

    @Test
    void nonsenseAboutCopiesIsNotBelieved() throws Exception {
        for (String nonsense :
                List.of(
                        "9 1:4294967295 1:4294967295",
                        "9 3:4 1",
                        "9 x y",
                        "9",
                        "9 8:9 1:2",
                        "9 , ,")) {
            Script script =
                    examined("")
                            .expect("{tag} UID COPY 3:4 \"T\"")
                            .send("{tag} OK [COPYUID " + nonsense + "] .");
            Map<RemoteId, RemoteId> copies =
                    with(
                            script,
                            session ->
                                    session.capability(CanCopy.class)
                                            .orElseThrow()
                                            .copy("Box", IDS, "T", MONITOR));
            assertEquals(Map.of(), copies, nonsense);
        }
    }

    private static Boolean delete(MailSession session) throws MailException {
        session.capability(CanDelete.class).orElseThrow().delete("Box", IDS, MONITOR);
        return true;
    }

    @Test
    void expungesTheseOnly() throws Exception {
        Script script =
                selected("UIDPLUS")
                        .expect("{tag} UID STORE 3:4 +FLAGS.SILENT (\\Deleted)")
                        .send("{tag} OK")
                        .expect("{tag} UID EXPUNGE 3:4")
                        .send("* 1 EXPUNGE", "{tag} OK");
        assertTrue(with(script, VerbsTest::delete));
    }

    @Test
    void withoutUidplusItLooksBeforeItExpunges() throws Exception {
        Script alone =
                selected("")
                        .expect("{tag} NOOP")
                        .send("{tag} OK")
                        .expect("{tag} UID SEARCH DELETED")
                        .send("* SEARCH 3", "{tag} OK")
                        .expect("{tag} UID STORE 3:4 +FLAGS.SILENT (\\Deleted)")
                        .send("{tag} OK")
                        .expect("{tag} EXPUNGE")
                        .send("{tag} OK");
        assertTrue(with(alone, VerbsTest::delete));
        Script others =
                selected("")
                        .expect("{tag} NOOP")
                        .send("{tag} OK")
                        .expect("{tag} UID SEARCH DELETED")
                        .send("* SEARCH 3 9", "{tag} OK");
        MailException refused =
                assertThrows(MailException.class, () -> with(others, VerbsTest::delete));
        assertInstanceOf(Failure.CommandRefused.class, refused.failure());
    }

    private static Use<Optional<RemoteId>> append(long size, InputStream message) {
        return session ->
                session.capability(CanAppend.class)
                        .orElseThrow()
                        .append(
                                "Box",
                                Set.of(Flag.SEEN),
                                Instant.parse("2020-02-03T04:05:06Z"),
                                size,
                                message,
                                MONITOR);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes());
    }

    @Test
    void uploadsAfterTheGoAhead() throws Exception {
        Script script =
                Sessions.loggedIn("")
                        .expect("{tag} APPEND \"Box\" (\\Seen) \"03-Feb-2020 04:05:06 +0000\" {5}")
                        .send("* 9 EXISTS", "+ go")
                        .expectBytes("5")
                        .expect("")
                        .send("{tag} OK [APPENDUID 7 12] .");
        assertEquals(Optional.of(new RemoteId("12")), with(script, append(5, bytes("Hello"))));
    }

    @Test
    void aRefusalBeforeTheBytesSparesThem() throws Exception {
        Script script =
                Sessions.loggedIn("")
                        .expect("{tag} APPEND {all...}")
                        .send("{tag} NO [OVERQUOTA] full")
                        .expect("{tag} LIST \"\" \"*\"")
                        .send("{tag} OK")
                        .expect("{tag} LSUB \"\" \"*\"")
                        .send("{tag} OK");
        with(
                script,
                session -> {
                    MailException refused =
                            assertThrows(
                                    MailException.class,
                                    () -> append(5, bytes("Hello")).on(session));
                    assertInstanceOf(Failure.CommandRefused.class, refused.failure());
                    return session.mailboxes(MONITOR);
                });
    }

    @Test
    void aMessageOfAnotherSizeIsNeverFinished() throws Exception {
        for (String message : List.of("Hell", "Hello!")) {
            Script script = Sessions.loggedIn("LITERAL+").expect("{tag} APPEND {all...}").hang();
            MailException failed =
                    assertThrows(MailException.class, () -> uploadBadly(script, bytes(message)));
            assertInstanceOf(Failure.LocalStorage.class, failed.failure(), message);
        }
    }

    @Test
    void aFileThatCannotBeReadIsNotTheServersFault() throws Exception {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("bad sector");
                    }
                };
        Script script = Sessions.loggedIn("LITERAL+").expect("{tag} APPEND {all...}").hang();
        MailException failed = assertThrows(MailException.class, () -> uploadBadly(script, broken));
        assertInstanceOf(Failure.LocalStorage.class, failed.failure());
    }

    private static void uploadBadly(Script script, InputStream message) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            append(5, message).on(session);
        }
    }
}
