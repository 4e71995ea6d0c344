package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What a session keeps that {@linkplain CanWatch can watch}. */
public abstract class CanWatchContract extends MailContract {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration SHORT = Duration.ofMillis(300);

    /** Where nothing happens the waiting ends when the time is over, and the session goes on. */
    @Test
    public final void waitsInVainWhereNothingHappens() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = new LocalCopy(mailbox());
        MailSession session = open();
        copy.follow(session);
        assertEquals(Set.of(), watch(session, copy, SHORT));
        copy.follow(session);
        assertEquals(List.of(), copy.added());
    }

    /** A message that comes ends the waiting, and the next look tells of it. */
    @Test
    public final void aMessageThatComesEndsTheWaiting() throws Exception {
        LocalCopy copy = new LocalCopy(mailbox());
        MailSession session = open();
        copy.follow(session);
        CompletableFuture<Void> sender = CompletableFuture.runAsync(this::sendLater);
        assertEquals(Set.of(mailbox()), watch(session, copy, LONG));
        sender.join();
        copy.follow(session);
        assertEquals(List.of("new"), copy.added());
    }

    private void sendLater() {
        try {
            put(Letter.named("new"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came between the session's last look and the call counts. */
    @Test
    public final void whatCameBeforehandEndsTheWaiting() throws Exception {
        LocalCopy copy = new LocalCopy(mailbox());
        MailSession session = open();
        copy.follow(session);
        put(Letter.named("new"));
        assertEquals(Set.of(mailbox()), watch(session, copy, LONG));
        copy.follow(session);
        assertEquals(List.of("new"), copy.added());
    }

    /** A message that goes is a change as well. */
    @Test
    public final void aMessageThatGoesEndsTheWaiting() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy copy = new LocalCopy(mailbox());
        MailSession session = open();
        copy.follow(session);
        remove("one");
        assertEquals(Set.of(mailbox()), watch(session, copy, LONG));
        copy.follow(session);
        assertEquals(List.of("one"), copy.vanished());
    }

    /** Cancelling ends the waiting and the session. */
    @Test
    public final void cancellingEndsTheWaiting() throws Exception {
        MailSession session = open();
        CanWatch can = capability(session, CanWatch.class);
        IProgressMonitor monitor = new NullProgressMonitor();
        CompletableFuture<Void> canceller =
                CompletableFuture.runAsync(() -> monitor.setCanceled(true));
        assertCancelled(session, () -> can.watch(List.of(mailbox()), Map.of(), LONG, monitor));
        canceller.join();
    }

    /** A mailbox that is not there is said so, or it is not watched beside others. */
    @Test
    public final void aMailboxThatIsNotThereDoesNotPassForOneThatIs() throws Exception {
        CanWatch can = capability(open(), CanWatch.class);
        if (can.most() == 1) {
            assertFails(
                    Failure.NoSuchMailbox.class,
                    () -> can.watch(List.of(NOWHERE), Map.of(), SHORT, QUIET));
        } else {
            assertEquals(Set.of(), can.watch(List.of(NOWHERE), Map.of(), SHORT, QUIET));
        }
    }

    /** A change that was told once and that nobody followed does not keep the watcher busy. */
    @Test
    public final void theSameStateIsReportedOnce() throws Exception {
        LocalCopy copy = new LocalCopy(mailbox());
        MailSession session = open();
        copy.follow(session);
        put(Letter.named("new"));
        assertEquals(Set.of(mailbox()), watch(session, copy, LONG));
        assertEquals(Set.of(), watch(session, copy, SHORT));
    }

    private Set<String> watch(MailSession session, LocalCopy copy, Duration longest)
            throws Exception {
        return capability(session, CanWatch.class)
                .watch(List.of(mailbox()), Map.of(mailbox(), copy.token()), longest, QUIET);
    }
}
