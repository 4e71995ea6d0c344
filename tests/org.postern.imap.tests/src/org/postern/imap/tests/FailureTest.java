package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.MailSession;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What comes out when a server does not do what it should. */
class FailureTest {

    private static final Limits TIGHT = new Limits(2000, 10, 5000, 1000, 50, 20, 4000);

    private static Script asked() {
        return Sessions.loggedIn("").expect("{tag} LIST \"\" \"*\"");
    }

    private static Failure failure(Script script, Limits limits) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, limits)) {
            IProgressMonitor monitor = new NullProgressMonitor();
            Failure failure =
                    assertThrows(MailException.class, () -> session.mailboxes(monitor)).failure();
            assertThrows(MailException.class, () -> session.mailboxes(monitor));
            return failure;
        }
    }

    private static Failure failure(Script script) throws Exception {
        return failure(script, TIGHT);
    }

    @Test
    void aByeIsHeard() throws Exception {
        Failure.Closed closed =
                assertInstanceOf(
                        Failure.Closed.class,
                        failure(asked().send("* BYE [UNAVAILABLE] going down\u0007").hangUp()));
        assertEquals("[UNAVAILABLE] going down·", closed.said());
        assertEquals(Step.MAIL, closed.step());
    }

    @Test
    void aSilentEndIsAnEnd() throws Exception {
        assertInstanceOf(Failure.Closed.class, failure(asked().sendRaw("* LI").hangUp()));
    }

    @Test
    void aRefusalLeavesTheSessionOpen() throws Exception {
        Script script =
                asked().send("{tag} NO sorry")
                        .expect("{tag} LSUB \"\" \"*\"")
                        .send("{tag} BAD sorry");
        assertInstanceOf(Failure.CommandRefused.class, failure(script));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what?",
                "HTTP/1.1 400 Bad Request",
                "{tag}",
                "{tag} MAYBE",
                "Z99 OK not mine",
                "*",
                "* ",
                "* (",
                "* 99999999999999999999999 EXISTS",
                "* 12",
                "* SEARCH 1 x",
                "* SEARCH 0",
                "* VANISHED x",
                "* VANISHED (EARLIER) 1:*",
                "* ESEARCH ALL 4294967296",
            })
    void garbageIsAProtocolError(String line) throws Exception {
        assertInstanceOf(
                Failure.ProtocolError.class, failure(asked().send(line, "{tag} OK").hangUp()));
    }

    @Test
    void aReportShowsNoQuotedTextAndNoLiteral() throws Exception {
        Failure.ProtocolError error =
                assertInstanceOf(
                        Failure.ProtocolError.class,
                        failure(asked().send("? \"private words\" {5}\r\nhello").hangUp()));
        assertFalse(error.toString().contains("private"));
        assertFalse(error.toString().contains("hello"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{5001}", "{99999999999999999999}", "{9223372036854775807}", "{-1}", "{ 5}"})
    void aLiteralThatIsTooLargeOrUnreadableEndsTheConnection(String literal) throws Exception {
        assertInstanceOf(
                Failure.LimitExceeded.class,
                failure(asked().send("* LIST () \"/\" " + literal).hang()));
    }

    @Test
    void longLinesDeepNestingAndFloodsEndTheConnection() throws Exception {
        for (Script script :
                new Script[] {
                    asked().sendRaw("* OK " + "x".repeat(3000)).hang(),
                    asked().send("* LIST () \"/\" " + "x".repeat(3000)).hang(),
                    asked().send("* 1 FETCH (X " + "(".repeat(11) + ")".repeat(11) + ")").hang(),
                    asked().sendForever("* OK again"),
                    asked().sendForever("* LIST () \"/\" same"),
                    asked().send("* SEARCH" + " 7".repeat(21)).hang(),
                }) {
            assertInstanceOf(Failure.LimitExceeded.class, failure(script));
        }
    }

    @Test
    void aHundredNestedParenthesesAreFine() throws Exception {
        Script script =
                asked().send("* 1 FETCH (X " + "(".repeat(100) + ")".repeat(100) + ")", "{tag} OK")
                        .expect("{tag} LSUB \"\" \"*\"")
                        .send("{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            assertEquals(1, session.mailboxes(new NullProgressMonitor()).size());
        }
    }

    @Test
    void emptyLinesForEverAreGarbage() throws Exception {
        assertInstanceOf(Failure.ProtocolError.class, failure(asked().sendForever("")));
    }

    @Test
    void silenceIsATimeOut() throws Exception {
        try (ScriptedServer server = asked().hang().start();
                MailSession session = Sessions.open(server, Duration.ofMillis(500))) {
            MailException late =
                    assertThrows(
                            MailException.class,
                            () -> session.mailboxes(new NullProgressMonitor()));
            Failure.TimedOut failure = assertInstanceOf(Failure.TimedOut.class, late.failure());
            assertEquals(Step.MAIL, failure.step());
        }
    }

    @Test
    void cancellingWhileTheServerIsSilentEndsTheSession() throws Exception {
        try (ScriptedServer server = asked().pause("asked").hang().start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            IProgressMonitor monitor = new NullProgressMonitor();
            CompletableFuture<Boolean> asking =
                    CompletableFuture.supplyAsync(() -> isCancelled(session, monitor));
            server.awaitPause("asked");
            monitor.setCanceled(true);
            assertTrue(asking.get());
        }
    }

    private static boolean isCancelled(MailSession session, IProgressMonitor monitor) {
        return assertThrows(OperationCanceledException.class, () -> session.mailboxes(monitor))
                != null;
    }

    @Test
    void aCancelledMonitorStartsNothing() throws Exception {
        try (ScriptedServer server = Sessions.loggedIn("").expectClose().start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            IProgressMonitor monitor = new NullProgressMonitor();
            monitor.setCanceled(true);
            assertThrows(OperationCanceledException.class, () -> session.mailboxes(monitor));
            server.assertDone();
        }
    }

    @Test
    void closingFromAnotherThreadEndsAWaitingCommand() throws Exception {
        try (ScriptedServer server = asked().pause("asked").hang().start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> fails(session));
            server.awaitPause("asked");
            session.close();
            session.close();
            assertTrue(asking.get());
        }
    }

    private static boolean fails(MailSession session) {
        return assertThrows(MailException.class, () -> session.mailboxes(new NullProgressMonitor()))
                != null;
    }

    @Test
    void aServerThatDoesNotAnswerTheGoodByeIsNotWaitedFor() throws Exception {
        try (ScriptedServer server =
                Sessions.loggedIn("LITERAL+").expect("{tag} LIST {x...}").hang().start()) {
            MailSession session = Sessions.open(server, Limits.DEFAULT);
            long before = System.nanoTime();
            session.close();
            assertTrue(System.nanoTime() - before < 5_000_000_000L);
        }
    }

    @Test
    void whatASinkThrowsComesOutAndEndsTheSession() throws Exception {
        Script script =
                Sessions.loggedIn("")
                        .expect("{tag} EXAMINE \"Box\"")
                        .send("* 0 EXISTS", "* OK [UIDVALIDITY 7] .", "{tag} OK");
        HeardChanges hostile =
                new HeardChanges() {
                    @Override
                    public void forgotten() {
                        throw new IllegalStateException("the sink's own");
                    }
                };
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            var token = Optional.of(new org.postern.transport.SyncToken("?"));
            assertThrows(
                    IllegalStateException.class,
                    () -> session.changes("Box", token, hostile, new NullProgressMonitor()));
            assertTrue(fails(session));
        }
    }
}
