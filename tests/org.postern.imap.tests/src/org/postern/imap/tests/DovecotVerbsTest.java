package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.testing.RawImap;
import org.postern.testing.TestMail;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanMove;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a session does to mail on a real Dovecot, on each {@link Way}. */
@ExtendWith(Ways.class)
class DovecotVerbsTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();

    @ParameterizedTest
    @EnumSource
    void setsAndClearsFlags(Way way) throws Exception {
        String box = way.mailbox("Flags");
        long uid = way.append(box, "one", "\\Seen");
        List<RemoteId> ids = List.of(new RemoteId(Long.toString(uid)), new RemoteId("999"));
        try (MailSession session = way.open()) {
            session.capability(CanFlag.class)
                    .orElseThrow()
                    .flag(
                            box,
                            ids,
                            Set.of(Flag.FLAGGED, Flag.FORWARDED),
                            Set.of(Flag.SEEN),
                            MONITOR);
        }
        try (RawImap raw = way.server().raw()) {
            assertEquals(Set.of("\\Flagged", "$Forwarded"), Set.copyOf(raw.select(box).flags(uid)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesWhereThatIsSafe(Way way) throws Exception {
        String box = way.mailbox("Moves");
        long uid = way.append(box, "travels");
        long stays = way.append(box, "stays");
        try (MailSession session = way.open()) {
            Optional<CanMove> mover = session.capability(CanMove.class);
            assertEquals(way.knowsUids(), mover.isPresent());
            if (mover.isPresent()) {
                RemoteId id = new RemoteId(Long.toString(uid));
                Map<RemoteId, RemoteId> moved =
                        mover.get().move(box, List.of(id), "Target", MONITOR);
                assertTrue(moved.containsKey(id));
                try (RawImap raw = way.server().raw()) {
                    assertEquals(List.of(stays), raw.select(box).uids());
                    byte[] there =
                            raw.select("Target").message(Long.parseLong(moved.get(id).value()));
                    assertArrayEquals(TestMail.subject("travels").bytes(), there);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void copiesAndTellsTheNewIds(Way way) throws Exception {
        String box = way.mailbox("Copies");
        List<RemoteId> ids = new ArrayList<>();
        for (String subject : List.of("a", "b", "c")) {
            ids.add(new RemoteId(Long.toString(way.append(box, subject))));
        }
        try (MailSession session = way.open()) {
            CanCopy copier = session.capability(CanCopy.class).orElseThrow();
            Map<RemoteId, RemoteId> copies = copier.copy(box, ids, "Target", MONITOR);
            assertEquals(Set.copyOf(ids), copies.keySet());
            MailException missing =
                    assertThrows(
                            MailException.class, () -> copier.copy(box, ids, "Nowhere", MONITOR));
            assertEquals(new Failure.NoSuchMailbox("Nowhere"), missing.failure());
            assertEquals(3, copier.copy(box, ids, "Target", MONITOR).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletesJustThose(Way way) throws Exception {
        String box = way.mailbox("Deletes");
        long gone = way.append(box, "gone");
        long marked = way.append(box, "marked by somebody else", "\\Deleted");
        List<RemoteId> ids = List.of(new RemoteId(Long.toString(gone)), new RemoteId("99"));
        try (MailSession session = way.open();
                RawImap raw = way.server().raw()) {
            CanDelete deleter = session.capability(CanDelete.class).orElseThrow();
            if (!way.knowsUids()) {
                MailException refused =
                        assertThrows(MailException.class, () -> deleter.delete(box, ids, MONITOR));
                assertTrue(refused.failure() instanceof Failure.CommandRefused);
                assertEquals(List.of(), raw.select(box).flags(gone));
                raw.removeFlags(marked, "\\Deleted");
            }
            deleter.delete(box, ids, MONITOR);
            assertEquals(List.of(marked), raw.select(box).uids());
        }
    }

    @ParameterizedTest
    @EnumSource
    void appendsWhatItIsGiven(Way way) throws Exception {
        String box = way.mailbox("Appends");
        byte[] small = TestMail.subject("small").bytes();
        byte[] large = TestMail.subject("large").size(300_000).bytes();
        Instant received = Instant.parse("2020-02-03T04:05:06Z");
        try (MailSession session = way.open();
                RawImap raw = way.server().raw()) {
            CanAppend appender = session.capability(CanAppend.class).orElseThrow();
            for (byte[] bytes : List.of(small, large)) {
                Optional<RemoteId> id =
                        appender.append(
                                box,
                                Set.of(Flag.SEEN),
                                received,
                                bytes.length,
                                new ByteArrayInputStream(bytes),
                                MONITOR);
                long uid = Long.parseLong(id.orElseThrow().value());
                assertArrayEquals(bytes, raw.select(box).message(uid));
                assertTrue(raw.flags(uid).contains("\\Seen"));
            }
            HeardChanges heard = new HeardChanges();
            session.changes(box, Optional.empty(), heard, MONITOR);
            assertEquals(Optional.of(received), heard.messages.get("1").received());
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToAppendToNowhereAndGoesOn(Way way) throws Exception {
        byte[] bytes = TestMail.subject("lost").size(100_000).bytes();
        try (MailSession session = way.open()) {
            CanAppend appender = session.capability(CanAppend.class).orElseThrow();
            MailException refused =
                    assertThrows(
                            MailException.class,
                            () ->
                                    appender.append(
                                            "Nowhere",
                                            Set.of(),
                                            Instant.EPOCH,
                                            bytes.length,
                                            new ByteArrayInputStream(bytes),
                                            MONITOR));
            assertEquals(new Failure.NoSuchMailbox("Nowhere"), refused.failure());
            assertFalse(session.mailboxes(MONITOR).isEmpty());
        }
    }
}
