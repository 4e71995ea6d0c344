package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.testing.ScriptedServer;
import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PopSessionTest {

    private static final NullProgressMonitor QUIET = new NullProgressMonitor();
    private static final String[] FULL = {"+OK", "TOP", "UIDL", "PIPELINING", "USER", "."};

    private final RecordedChanges changes = new RecordedChanges();

    @Test
    void tellsOfAllMessagesNewestFirst() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", "2 200", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", "2 bbb", ".")
                                .expect("TOP 2 0")
                                .expect("TOP 1 0")
                                .send("+OK", "Subject: two", "", ".")
                                .send("+OK", "Subject: one", " goes on", "", ".")
                                .expect("QUIT")
                                .send("+OK bye")
                                .start();
                PopSession session = PopHarness.open(server)) {
            SyncToken token = session.changes("INBOX", Optional.empty(), changes, QUIET);
            session.close();
            server.assertDone();
            assertEquals(List.of("added bbb 200", "added aaa 100"), changes.lines);
            assertEquals("Subject: one\r\n goes on\r\n", changes.headers(1));
            assertEquals(
                    Optional.of(java.util.Set.of(new RemoteId("aaa"), new RemoteId("bbb"))),
                    UidlToken.read(token));
        }
    }

    @Test
    void tellsOnlyWhatChangedSinceTheToken() throws Exception {
        SyncToken before = UidlToken.of(List.of(new RemoteId("gone"), new RemoteId("aaa")));
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", "2 200", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", "2 bbb", ".")
                                .expect("TOP 2 0")
                                .send("+OK", "Subject: two", "", ".")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.changes("INBOX", Optional.of(before), changes, QUIET);
            assertEquals(List.of("vanished gone", "added bbb 200"), changes.lines);
        }
    }

    @Test
    void forgetsEverythingWhenTheTokenIsNotOurs() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", ".")
                                .expect("UIDL")
                                .send("+OK", ".")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.changes("INBOX", Optional.of(new SyncToken("v1:77:3")), changes, QUIET);
            assertEquals(List.of("forgotten"), changes.lines);
        }
    }

    @Test
    void takesEqualIdsOfEqualMessagesApart() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", "2 100", ".")
                                .expect("UIDL")
                                .send("+OK", "1 same", "2 same", ".")
                                .expect("TOP 2 0")
                                .expect("TOP 1 0")
                                .send("+OK", "Subject: x", "", ".")
                                .send("+OK", "Subject: x", "", ".")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.changes("INBOX", Optional.empty(), changes, QUIET);
            assertEquals(List.of("added same~2 100", "added same 100"), changes.lines);
        }
    }

    @Test
    void makesIdsFromHeadersWhenTheServerHasNone() throws Exception {
        String first;
        String again;
        try (ScriptedServer server = withoutUidl().start();
                PopSession session = PopHarness.open(server)) {
            session.changes("INBOX", Optional.empty(), changes, QUIET);
            first = changes.messages.getFirst().id().value();
        }
        try (ScriptedServer server = withoutUidl().start();
                PopSession session = PopHarness.open(server)) {
            session.changes("INBOX", Optional.empty(), changes, QUIET);
            again = changes.messages.getLast().id().value();
        }
        assertTrue(first.startsWith("sha256:"), first);
        assertEquals(first, again);
    }

    private static org.postern.testing.Script withoutUidl() {
        return PopHarness.login()
                .expect("LIST")
                .send("+OK", "1 100", ".")
                .expect("UIDL")
                .send("-ERR no such command")
                .expect("TOP 1 0")
                .send("+OK", "Subject: x", "", ".")
                .expect("TOP 1 0")
                .send("+OK", "Subject: x", "", ".")
                .expect("TOP 1 0")
                .send("+OK", "Subject: x", "", ".")
                .expect("TOP 1 0")
                .send("+OK", "Subject: x", "", ".");
    }

    @Test
    void readsHeadersByRetrWhenTheServerHasNoTop() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login("+OK", "UIDL", "USER", ".")
                                .expect("LIST")
                                .send("+OK", "1 100", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", ".")
                                .expect("RETR 1")
                                .send("+OK", "Subject: x", "", "body", "..dot", ".")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.changes("INBOX", Optional.empty(), changes, QUIET);
            assertEquals("Subject: x\r\n", changes.headers(0));
        }
    }

    @Test
    void bodiesAreWhatTheServerHasDotsIncluded() throws Exception {
        List<String> bodies = new ArrayList<>();
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", "2 200", "3 300", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", "2 bbb", "3 ccc", ".")
                                .expect("RETR 1")
                                .expect("RETR 2")
                                .expect("RETR 3")
                                .sendRaw(
                                        "+OK\r\n"
                                                + "A: b\r\n\r\n"
                                                + "..\r\n"
                                                + "...x\r\n"
                                                + ".\r"
                                                + "y\r\n"
                                                + "bare\n"
                                                + ".\n"
                                                + "not the end\r\n"
                                                + ".\r\n")
                                .send("-ERR gone")
                                .send("+OK", "short", ".")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.bodies(
                    "INBOX",
                    List.of(id("aaa"), id("unknown"), id("bbb"), id("ccc")),
                    (id, in) ->
                            bodies.add(
                                    id
                                            + "="
                                            + new String(
                                                    in.readAllBytes(), StandardCharsets.UTF_8)),
                    QUIET);
            assertEquals(
                    List.of(
                            "aaa=A: b\r\n\r\n.\r\n..x\r\n\ry\r\nbare\n.\nnot the end\r\n",
                            "ccc=short\r\n"),
                    bodies);
        }
    }

    @Test
    void aSinkThatStopsEarlyDoesNotDisturbTheNextBody() throws Exception {
        List<String> bodies = new ArrayList<>();
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", "2 200", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", "2 bbb", ".")
                                .expect("RETR 1")
                                .expect("RETR 2")
                                .send("+OK", "one", "more", ".", "+OK", "two", ".")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.bodies(
                    "INBOX",
                    List.of(id("aaa"), id("bbb")),
                    (id, in) -> bodies.add(id + "=" + (char) in.read()),
                    QUIET);
            assertEquals(List.of("aaa=o", "bbb=t"), bodies);
        }
    }

    @Test
    void deletionReturnsWhenQuitWasAnsweredAndTheNextCallOpensAnew() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", "2 200", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", "2 bbb", ".")
                                .expect("DELE 1")
                                .send("+OK")
                                .expect("QUIT")
                                .send("+OK bye")
                                .nextConnection()
                                .send("+OK ready")
                                .expect("CAPA")
                                .send(FULL)
                                .expect("USER ann")
                                .send("+OK")
                                .expect("PASS " + PopHarness.PASSWORD)
                                .send("+OK")
                                .expect("CAPA")
                                .send(FULL)
                                .expect("LIST")
                                .send("+OK", "1 200", ".")
                                .expect("UIDL")
                                .send("+OK", "1 bbb", ".")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.delete("INBOX", List.of(id("aaa"), id("gone already")), QUIET);
            session.changes(
                    "INBOX",
                    Optional.of(UidlToken.of(List.of(id("aaa"), id("bbb")))),
                    changes,
                    QUIET);
            assertEquals(List.of("vanished aaa"), changes.lines);
            server.assertDone();
        }
    }

    @Test
    void aRefusedDeletionBecomesNotTrueAndTheSessionGoesOn() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", ".")
                                .expect("DELE 1")
                                .send("-ERR read-only")
                                .expectClose()
                                .start();
                PopSession session = PopHarness.open(server)) {
            MailException e =
                    assertThrows(
                            MailException.class,
                            () -> session.delete("INBOX", List.of(id("aaa")), QUIET));
            Failure.CommandRefused refused =
                    assertInstanceOf(Failure.CommandRefused.class, e.failure());
            assertEquals("read-only", refused.said());
            server.assertDone();
        }
    }

    @Test
    void hasOneMailboxAndNoOther() throws Exception {
        try (ScriptedServer server = PopHarness.login().start();
                PopSession session = PopHarness.open(server)) {
            assertEquals(1, session.mailboxes(QUIET).size());
            MailException e =
                    assertThrows(
                            MailException.class,
                            () -> session.changes("Sent", Optional.empty(), changes, QUIET));
            assertInstanceOf(Failure.NoSuchMailbox.class, e.failure());
        }
    }

    @Test
    void cancellingClosesTheConnection() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        try (ScriptedServer server =
                        PopHarness.login(FULL).expect("LIST").pause("asked").hang().start();
                PopSession session = PopHarness.open(server)) {
            Thread canceller = Thread.ofVirtual().start(() -> cancelWhenAsked(server, monitor));
            assertThrows(
                    OperationCanceledException.class,
                    () -> session.changes("INBOX", Optional.empty(), changes, monitor));
            canceller.join();
            server.assertClosed();
        }
    }

    private static void cancelWhenAsked(ScriptedServer server, NullProgressMonitor monitor) {
        try {
            server.awaitPause("asked");
            monitor.setCanceled(true);
            server.resume("asked");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        try (ScriptedServer server = PopHarness.login().expect("QUIT").send("+OK").start()) {
            PopSession session = PopHarness.open(server);
            session.close();
            session.close();
            assertThrows(
                    MailException.class,
                    () -> session.changes("INBOX", Optional.empty(), changes, QUIET));
            server.assertDone();
        }
    }

    private static RemoteId id(String value) {
        return new RemoteId(value);
    }
}
