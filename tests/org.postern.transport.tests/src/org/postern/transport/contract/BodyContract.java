package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.transport.BodySink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What the sessions of every transport keep about whole messages: {@link MailSession#bodies}. */
public abstract class BodyContract extends MailContract {

    /** Bytes are bytes: dots, long lines, 8-bit text and line ends come as they were put in. */
    @Test
    public final void bodiesAreTheBytesThatWerePutIn() throws Exception {
        List<Letter> letters =
                List.of(
                        Letter.with("empty", ""),
                        Letter.with("blank-lines", "\r\n\r\n\r\n"),
                        Letter.with("dots", ".\r\n..\r\n.x\r\n...\r\n x.\r\n.\r\n"),
                        Letter.with("protocol", "+OK\r\n* 1 EXISTS\r\n)\r\n{3}\r\na1 OK\r\n"),
                        Letter.with("from-line", "From here on\r\n>From there\r\n"),
                        Letter.with("spaces", "  before\r\nbehind \t \r\n \r\n"),
                        Letter.with("unicode", "\u00fc \u65e5\u672c \ud83d\udc0c\r\n"),
                        Letter.with("long-line", "x".repeat(100_000) + "\r\n"),
                        Letter.large("large"));
        put(letters.toArray(Letter[]::new));
        LocalCopy copy = copyOf(mailbox());
        Map<RemoteId, byte[]> bodies = read(open(), ids(copy, letters));
        assertEquals(letters.size(), bodies.size());
        for (Letter letter : letters) {
            assertArrayEquals(letter.bytes(), bodies.get(copy.id(letter.name())), letter::name);
        }
    }

    private List<RemoteId> ids(LocalCopy copy, List<Letter> letters) {
        return letters.stream().map(letter -> copy.id(letter.name())).toList();
    }

    private Map<RemoteId, byte[]> read(MailSession session, Collection<RemoteId> ids)
            throws MailException {
        Map<RemoteId, byte[]> bodies = new LinkedHashMap<>();
        BodySink sink =
                (id, in) -> assertEquals(null, bodies.put(id, in.readAllBytes()), "came twice");
        session.bodies(mailbox(), ids, sink, QUIET);
        return bodies;
    }

    /** Only those that were asked for come. */
    @Test
    public final void bringsWhatWasAskedForAndNothingElse() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        assertEquals(Map.of(), read(session, List.of()));
        Map<RemoteId, byte[]> bodies = read(session, List.of(copy.id("three"), copy.id("one")));
        assertEquals(Set.of(copy.id("one"), copy.id("three")), bodies.keySet());
    }

    /** A message that is gone by now is left out without a fuss. */
    @Test
    public final void leavesOutWhatIsGone() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        remove("two");
        List<RemoteId> asked = List.of(copy.id("one"), copy.id("two"), copy.id("three"));
        assertEquals(Set.of(copy.id("one"), copy.id("three")), read(open(), asked).keySet());
    }

    /** A sink need not read to the end; what follows is whole all the same. */
    @Test
    public final void aSinkThatStopsEarlyDisturbsNothing() throws Exception {
        List<Letter> letters =
                List.of(Letter.large("one"), Letter.large("two"), Letter.named("three"));
        put(letters.toArray(Letter[]::new));
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        List<RemoteId> begun = new ArrayList<>();
        BodySink hasty =
                (id, in) -> {
                    assertEquals('F', in.read());
                    begun.add(id);
                };
        session.bodies(mailbox(), ids(copy, letters), hasty, QUIET);
        assertEquals(3, begun.size());
        Map<RemoteId, byte[]> bodies = read(session, ids(copy, letters));
        for (Letter letter : letters) {
            assertArrayEquals(letter.bytes(), bodies.get(copy.id(letter.name())), letter::name);
        }
    }

    /** What a sink throws as a MailException ends the streaming and comes out as it is. */
    @Test
    public final void whatASinkThrowsComesOut() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy copy = copyOf(mailbox());
        MailException full = new MailException(new Failure.LocalStorage("store", "disk full"));
        BodySink failing =
                (id, in) -> {
                    throw full;
                };
        MailSession session = open();
        List<RemoteId> ids = List.of(copy.id("one"), copy.id("two"));
        MailException thrown =
                assertThrows(
                        MailException.class, () -> session.bodies(mailbox(), ids, failing, QUIET));
        assertSame(full, thrown);
    }

    /** That a sink cannot write is a failure of this machine, not of the server. */
    @Test
    public final void aSinkThatCannotWriteIsAFailureOfThisMachine() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = copyOf(mailbox());
        BodySink failing =
                (id, in) -> {
                    throw new IOException("no room");
                };
        MailSession session = open();
        assertFails(
                Failure.LocalStorage.class,
                () -> session.bodies(mailbox(), List.of(copy.id("one")), failing, QUIET));
    }

    /** Cancelling amidst the bodies ends the call and the session. */
    @Test
    public final void cancellingAmidstBodiesClosesTheSession() throws Exception {
        List<Letter> letters = List.of(Letter.named("one"), Letter.named("two"));
        put(letters.toArray(Letter[]::new));
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        IProgressMonitor monitor = new NullProgressMonitor();
        BodySink canceller = (id, in) -> monitor.setCanceled(true);
        assertCancelled(
                session, () -> session.bodies(mailbox(), ids(copy, letters), canceller, monitor));
    }

    /**
     * Closing from another thread ends a call that is under way. What was read whole until then is
     * as it was put in.
     */
    @Test
    public final void closingFromAnotherThreadEndsTheCall() throws Exception {
        List<Letter> letters = List.of(Letter.large("one"), Letter.large("two"));
        put(letters.toArray(Letter[]::new));
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        BodySink closing =
                (id, in) -> {
                    CompletableFuture.runAsync(session::close).join();
                    String name = Letter.nameOf(in.readAllBytes());
                    assertEquals(copy.id(name), id);
                };
        assertFails(
                Failure.class, () -> session.bodies(mailbox(), ids(copy, letters), closing, QUIET));
        assertClosed(session);
    }
}
