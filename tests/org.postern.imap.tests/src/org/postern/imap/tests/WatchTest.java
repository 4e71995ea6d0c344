package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Waiting for news. */
class WatchTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static Script examined(String... news) {
        return Sessions.loggedIn("IDLE")
                .expect("{tag} EXAMINE \"Box\"")
                .send("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 5] .")
                .send(news)
                .send("{tag} OK");
    }

    private static boolean watch(MailSession session, Duration longest, IProgressMonitor monitor)
            throws MailException {
        return watch(session, Map.of(), longest, monitor);
    }

    private static boolean watch(
            MailSession session,
            Map<String, SyncToken> known,
            Duration longest,
            IProgressMonitor monitor)
            throws MailException {
        CanWatch watching = session.capability(CanWatch.class).orElseThrow();
        return !watching.watch(List.of("Box"), known, longest, monitor).isEmpty();
    }

    private static boolean watch(Script script, Duration longest) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            boolean changed = watch(session, longest, new NullProgressMonitor());
            session.close();
            server.assertDone();
            return changed;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"* 4 EXISTS", "* 1 EXPUNGE", "* 2 FETCH (FLAGS (\\Seen))", "* VANISHED 3"})
    void returnsWhenSomethingChanged(String news) throws Exception {
        Script script =
                examined()
                        .expect("{tag} IDLE")
                        .send("+ idling", "* OK still here", "* 3 EXISTS", "* 0 RECENT")
                        .send(news)
                        .expect("DONE")
                        .send("{tag} OK");
        assertTrue(watch(script, LONG));
    }

    @Test
    void signsOfLifeAreNoNews() throws Exception {
        Script script =
                examined()
                        .expect("{tag} IDLE")
                        .send("+ idling", "* OK still here", "* 3 EXISTS")
                        .expect("DONE")
                        .send("{tag} OK");
        assertFalse(watch(script, Duration.ofMillis(200)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1:7:0:4:1:2", // a new message
                "v1:7:0:5:1:4", // one that is gone
                "v1:6:0:5:1:3", // another mailbox of that name
                "v1:7:99:5:-" // a flag
            })
    void whatIsOtherThanItsTokenSaysCounts(String token) throws Exception {
        Script script = examinedWithModSeq();
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            assertTrue(watch(session, known(token), LONG, new NullProgressMonitor()));
            session.close();
            server.assertDone();
        }
    }

    @Test
    void theSameStateIsReportedOnce() throws Exception {
        Script script = examinedWithModSeq();
        script.expect("{tag} EXAMINE \"Box\" (CONDSTORE)").send(STATE).send("{tag} OK");
        script.expect("{tag} IDLE").send("+ idling").expect("DONE").send("{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            IProgressMonitor monitor = new NullProgressMonitor();
            assertTrue(watch(session, known("v1:7:99:5:-"), LONG, monitor));
            assertFalse(watch(session, known("v1:7:99:5:-"), Duration.ofMillis(100), monitor));
            session.close();
            server.assertDone();
        }
    }

    private static final String[] STATE = {
        "* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 5] .", "* OK [HIGHESTMODSEQ 100] ."
    };

    private static Script examinedWithModSeq() {
        return Sessions.loggedIn("IDLE CONDSTORE")
                .expect("{tag} EXAMINE \"Box\" (CONDSTORE)")
                .send(STATE)
                .send("{tag} OK");
    }

    private static Map<String, SyncToken> known(String token) {
        return Map.of("Box", new SyncToken(token));
    }

    @Test
    void aServerThatWillNotIdleIsARefusal() throws Exception {
        Script script = examined().expect("{tag} IDLE").send("{tag} NO not today");
        MailException refused = assertThrows(MailException.class, () -> watch(script, LONG));
        assertEquals(Failure.CommandRefused.class, refused.failure().getClass());
    }

    @Test
    void cancellingEndsTheWaitAndTheSession() throws Exception {
        Script script = examined().expect("{tag} IDLE").send("+ idling").pause("idle").hang();
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            IProgressMonitor monitor = new NullProgressMonitor();
            CompletableFuture<Boolean> watching =
                    CompletableFuture.supplyAsync(() -> isCancelled(session, monitor));
            server.awaitPause("idle");
            monitor.setCanceled(true);
            assertTrue(watching.get());
            MailException dead =
                    assertThrows(
                            MailException.class,
                            () -> session.mailboxes(new NullProgressMonitor()));
            assertEquals(Failure.Closed.class, dead.failure().getClass());
        }
    }

    private static boolean isCancelled(MailSession session, IProgressMonitor monitor) {
        return assertThrows(OperationCanceledException.class, () -> watch(session, LONG, monitor))
                != null;
    }
}
