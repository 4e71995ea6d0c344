package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.ScriptedServer;
import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a session ends, and what it is between two connections. */
class PopSessionLifeTest {

    private static final NullProgressMonitor QUIET = new NullProgressMonitor();
    private static final String[] FULL = {"+OK", "TOP", "UIDL", "PIPELINING", "USER", "."};

    @Test
    void aMonitorThatIsCancelledBeforehandEndsTheSessionWithoutAWord() throws Exception {
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        try (ScriptedServer server = PopHarness.login().expectClose().start();
                PopSession session = PopHarness.open(server)) {
            assertThrows(
                    OperationCanceledException.class,
                    () -> session.delete("INBOX", List.of(id("aaa")), cancelled));
            assertThrows(MailException.class, () -> session.mailboxes(QUIET));
            server.assertDone();
        }
    }

    @Test
    void cancellingAfterTheLastWordIsCancellingAllTheSame() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", "1 100", ".")
                                .expect("UIDL")
                                .send("+OK", "1 aaa", ".")
                                .expect("RETR 1")
                                .send("+OK", "short", ".")
                                .expectClose()
                                .start();
                PopSession session = PopHarness.open(server)) {
            assertThrows(
                    OperationCanceledException.class,
                    () ->
                            session.bodies(
                                    "INBOX",
                                    List.of(id("aaa")),
                                    (id, in) -> monitor.setCanceled(true),
                                    monitor));
            server.assertDone();
        }
    }

    @Test
    void closingFromAnotherThreadSaysNothingBetweenTheAnswers() throws Exception {
        try (ScriptedServer server =
                PopHarness.login(FULL)
                        .expect("LIST")
                        .send("+OK", "1 100", ".")
                        .expect("UIDL")
                        .send("+OK", "1 aaa", ".")
                        .expect("RETR 1")
                        .send("+OK", "begun")
                        .expectClose()
                        .start()) {
            PopSession session = PopHarness.open(server);
            assertThrows(
                    MailException.class,
                    () ->
                            session.bodies(
                                    "INBOX",
                                    List.of(id("aaa")),
                                    (id, in) -> {
                                        join(Thread.ofVirtual().start(session::close));
                                        in.readAllBytes();
                                    },
                                    QUIET));
            server.assertDone();
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    @Test
    void theLockOnScreenStaysBetweenADeletionAndTheNextCall() throws Exception {
        try (ScriptedServer server =
                        PopHarness.login(FULL)
                                .expect("LIST")
                                .send("+OK", ".")
                                .expect("UIDL")
                                .send("+OK", ".")
                                .expect("QUIT")
                                .send("+OK bye")
                                .start();
                PopSession session = PopHarness.open(server)) {
            session.delete("INBOX", List.of(), QUIET);
            assertEquals(Security.NONE, session.posture().orElseThrow().security());
        }
    }

    @Test
    void aTokenOfBlanksIsNone() {
        assertEquals(Optional.empty(), UidlToken.read(new SyncToken(" ")));
        assertEquals(Optional.empty(), UidlToken.read(new SyncToken("")));
        assertEquals(Optional.of(Set.of()), UidlToken.read(UidlToken.of(List.of())));
    }

    private static RemoteId id(String value) {
        return new RemoteId(value);
    }
}
