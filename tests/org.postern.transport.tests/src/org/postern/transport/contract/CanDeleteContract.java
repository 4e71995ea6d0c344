package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.transport.CanDelete;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.util.List;
import java.util.Set;

/** What a session keeps that {@linkplain CanDelete can delete}. */
public abstract class CanDeleteContract extends MailContract {

    /** When the call returns, the messages that were named are gone for good, and no others. */
    @Test
    public final void theMessagesThatAreNamedAreGone() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        List<RemoteId> ids = List.of(copy.id("three"), copy.id("one"));
        capability(open(), CanDelete.class).delete(mailbox(), ids, QUIET);
        assertHolds(mailbox(), "two");
    }

    /** The next look tells of it, by the same session or by another. */
    @Test
    public final void theNextLookTellsOfIt() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy own = copyOf(mailbox());
        LocalCopy other = copyOf(mailbox());
        MailSession session = open();
        capability(session, CanDelete.class).delete(mailbox(), List.of(own.id("one")), QUIET);
        own.follow(session);
        assertEquals(List.of("one"), own.vanished());
        session.close();
        follow(other);
        assertEquals(List.of("one"), other.vanished());
        assertEquals(Set.of("two"), other.names());
    }

    /** A message that is gone already is passed over. */
    @Test
    public final void passesOverWhatIsGone() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        remove("one");
        List<RemoteId> ids = List.of(copy.id("one"), copy.id("two"));
        capability(open(), CanDelete.class).delete(mailbox(), ids, QUIET);
        assertHolds(mailbox(), "three");
    }

    /** No messages are nothing to do. */
    @Test
    public final void nothingToDoIsNoFailure() throws Exception {
        put(Letter.named("one"));
        MailSession session = open();
        capability(session, CanDelete.class).delete(mailbox(), List.of(), QUIET);
        new LocalCopy(mailbox()).follow(session);
        assertHolds(mailbox(), "one");
    }

    /** A mailbox that is not there is said so. */
    @Test
    public final void aMailboxThatIsNotThereIsSaidSo() throws Exception {
        put(Letter.named("one"));
        List<RemoteId> ids = List.of(copyOf(mailbox()).id("one"));
        CanDelete can = capability(open(), CanDelete.class);
        assertFails(Failure.NoSuchMailbox.class, () -> can.delete(NOWHERE, ids, QUIET));
        assertHolds(mailbox(), "one");
    }

    /** Nothing is deleted for somebody who has cancelled. */
    @Test
    public final void aCancelledMonitorClosesTheSession() throws Exception {
        put(Letter.named("one"));
        List<RemoteId> ids = List.of(copyOf(mailbox()).id("one"));
        MailSession session = open();
        CanDelete can = capability(session, CanDelete.class);
        assertCancelled(session, () -> can.delete(mailbox(), ids, cancelled()));
        assertHolds(mailbox(), "one");
    }
}
