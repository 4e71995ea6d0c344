package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.CanFlag;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.util.List;
import java.util.Set;

/** What a session keeps that {@linkplain CanFlag can flag}. */
public abstract class CanFlagContract extends MailContract {

    private static void flag(CanFlag can, LocalCopy copy, String name, Set<Flag> add)
            throws MailException {
        can.flag(copy.mailbox(), List.of(copy.id(name)), add, Set.of(), QUIET);
    }

    /** Flags that are set already come with the message. */
    @Test
    public final void tellsTheFlagsOfANewMessage() throws Exception {
        put(Letter.named("plain"));
        putFlagged(Letter.named("seen"), Flag.SEEN, Flag.ANSWERED);
        LocalCopy copy = copyOf(mailbox());
        assertEquals(Set.of(), copy.message("plain").flags());
        assertEquals(Set.of(Flag.SEEN, Flag.ANSWERED), copy.message("seen").flags());
    }

    /** Flags are added and removed; those that are in neither set stay. */
    @Test
    public final void addsAndRemovesAndLeavesTheRest() throws Exception {
        putFlagged(Letter.named("one"), Flag.SEEN, Flag.ANSWERED);
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        capability(session, CanFlag.class)
                .flag(
                        mailbox(),
                        List.of(copy.id("one")),
                        Set.of(Flag.FLAGGED),
                        Set.of(Flag.ANSWERED),
                        QUIET);
        assertEquals(Set.of(Flag.SEEN, Flag.FLAGGED), stored(mailbox(), "one").flags());
    }

    /** All that are named and no others. */
    @Test
    public final void flagsTheMessagesThatAreNamed() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        List<RemoteId> ids = List.of(copy.id("one"), copy.id("three"));
        capability(open(), CanFlag.class).flag(mailbox(), ids, Set.of(Flag.SEEN), Set.of(), QUIET);
        assertEquals(Set.of(Flag.SEEN), stored(mailbox(), "one").flags());
        assertEquals(Set.of(), stored(mailbox(), "two").flags());
        assertEquals(Set.of(Flag.SEEN), stored(mailbox(), "three").flags());
    }

    /** What one session sets, the next look of another one tells, and adds nothing. */
    @Test
    public final void anotherSessionIsToldOfIt() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy copy = copyOf(mailbox());
        flag(capability(open(), CanFlag.class), copy, "two", Set.of(Flag.FLAGGED));
        follow(copy);
        assertEquals(Set.of(Flag.FLAGGED), copy.message("two").flags());
        assertEquals(Set.of(), copy.message("one").flags());
        assertEquals(List.of(), copy.added());
    }

    /** Reading a message marks nothing as read. */
    @Test
    public final void readingSetsNoFlag() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = copyOf(mailbox());
        open().bodies(mailbox(), List.of(copy.id("one")), (id, in) -> in.readAllBytes(), QUIET);
        assertEquals(Set.of(), stored(mailbox(), "one").flags());
    }

    /** A message that is gone is passed over; the others get their flags. */
    @Test
    public final void passesOverWhatIsGone() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy copy = copyOf(mailbox());
        remove("one");
        List<RemoteId> ids = List.of(copy.id("one"), copy.id("two"));
        capability(open(), CanFlag.class).flag(mailbox(), ids, Set.of(Flag.SEEN), Set.of(), QUIET);
        assertEquals(Set.of(Flag.SEEN), stored(mailbox(), "two").flags());
    }

    /** No messages or no flags are nothing to do. */
    @Test
    public final void nothingToDoIsNoFailure() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        CanFlag can = capability(session, CanFlag.class);
        can.flag(mailbox(), List.of(), Set.of(Flag.SEEN), Set.of(), QUIET);
        flag(can, copy, "one", Set.of());
        assertEquals(Set.of(), stored(mailbox(), "one").flags());
        copy.follow(session);
    }

    /** A mailbox that is not there is said so. */
    @Test
    public final void aMailboxThatIsNotThereIsSaidSo() throws Exception {
        put(Letter.named("one"));
        List<RemoteId> ids = List.of(copyOf(mailbox()).id("one"));
        CanFlag can = capability(open(), CanFlag.class);
        assertFails(
                Failure.NoSuchMailbox.class,
                () -> can.flag(NOWHERE, ids, Set.of(Flag.SEEN), Set.of(), QUIET));
    }

    /** Nothing is flagged for somebody who has cancelled. */
    @Test
    public final void aCancelledMonitorClosesTheSession() throws Exception {
        put(Letter.named("one"));
        List<RemoteId> ids = List.of(copyOf(mailbox()).id("one"));
        MailSession session = open();
        CanFlag can = capability(session, CanFlag.class);
        assertCancelled(
                session, () -> can.flag(mailbox(), ids, Set.of(Flag.SEEN), Set.of(), cancelled()));
        assertEquals(Set.of(), stored(mailbox(), "one").flags());
    }
}
