package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What moving and copying have in common. */
public abstract class TransferContract extends MailContract {

    private final boolean originalsStay;

    TransferContract(boolean originalsStay) {
        this.originalsStay = originalsStay;
    }

    abstract Map<RemoteId, RemoteId> transfer(
            MailSession session,
            String mailbox,
            Collection<RemoteId> ids,
            String target,
            IProgressMonitor monitor)
            throws MailException;

    private Map<RemoteId, RemoteId> transfer(MailSession session, Collection<RemoteId> ids)
            throws MailException {
        return transfer(session, mailbox(), ids, otherMailbox(), QUIET);
    }

    private void assertSourceHolds(String left, String... transferred) throws IOException {
        List<String> names = new ArrayList<>(List.of(left));
        if (originalsStay) {
            names.addAll(List.of(transferred));
        }
        assertHolds(mailbox(), names.toArray(String[]::new));
    }

    /** The messages that are named arrive, and no others. */
    @Test
    public final void theMessagesThatAreNamedArrive() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        transfer(open(), List.of(copy.id("one"), copy.id("three")));
        assertHolds(otherMailbox(), "one", "three");
        assertSourceHolds("two", "one", "three");
    }

    /** Byte for byte, with their flags. */
    @Test
    public final void arrivesAsItWas() throws Exception {
        Letter letter = Letter.with("one", ".\r\nR\u00e9sum\u00e9\r\n");
        putFlagged(letter, Flag.SEEN);
        StoredMail before = stored(mailbox(), "one");
        transfer(open(), List.of(copyOf(mailbox()).id("one")));
        StoredMail after = stored(otherMailbox(), "one");
        assertArrayEquals(letter.bytes(), after.bytes());
        assertEquals(before.flags(), after.flags());
    }

    /** The ids that are told are those that the other mailbox has. */
    @Test
    public final void theIdsThatAreToldAreTrue() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy source = copyOf(mailbox());
        List<RemoteId> ids = List.of(source.id("three"), source.id("one"));
        Map<RemoteId, RemoteId> told = transfer(open(), ids);
        LocalCopy target = copyOf(otherMailbox());
        assertTrue(ids.containsAll(told.keySet()), told::toString);
        for (String name : List.of("one", "three")) {
            RemoteId id = target.id(name);
            assertEquals(id, told.getOrDefault(source.id(name), id));
        }
    }

    /** Another session's next looks tell of what came and what went. */
    @Test
    public final void bothMailboxesAreToldOfIt() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy source = copyOf(mailbox());
        LocalCopy target = copyOf(otherMailbox());
        transfer(open(), List.of(source.id("one")));
        follow(source);
        follow(target);
        assertEquals(List.of("one"), target.added());
        assertEquals(originalsStay ? List.of() : List.of("one"), source.vanished());
        assertEquals(List.of(), source.added());
    }

    /** A message that is gone is passed over; the others go. */
    @Test
    public final void passesOverWhatIsGone() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        remove("one");
        transfer(open(), List.of(copy.id("one"), copy.id("two")));
        assertHolds(otherMailbox(), "two");
        assertSourceHolds("three", "two");
    }

    /** No messages are nothing to do. */
    @Test
    public final void nothingToDoIsNoFailure() throws Exception {
        put(Letter.named("one"));
        MailSession session = open();
        assertEquals(Map.of(), transfer(session, List.of()));
        new LocalCopy(mailbox()).follow(session);
        assertHolds(otherMailbox());
    }

    /** Where the target is missing nothing happens, and the session goes on. */
    @Test
    public final void aTargetThatIsNotThereLeavesAllAsItWas() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        List<RemoteId> ids = List.of(copy.id("one"));
        assertFails(
                Failure.NoSuchMailbox.class,
                () -> transfer(session, mailbox(), ids, NOWHERE, QUIET));
        assertHolds(mailbox(), "one");
        copy.follow(session);
    }

    /** A mailbox that is not there is said so. */
    @Test
    public final void aMailboxThatIsNotThereIsSaidSo() throws Exception {
        put(Letter.named("one"));
        List<RemoteId> ids = List.of(copyOf(mailbox()).id("one"));
        MailSession session = open();
        assertFails(
                Failure.NoSuchMailbox.class,
                () -> transfer(session, NOWHERE, ids, otherMailbox(), QUIET));
        assertHolds(otherMailbox());
    }

    /** Nothing goes anywhere for somebody who has cancelled. */
    @Test
    public final void aCancelledMonitorClosesTheSession() throws Exception {
        put(Letter.named("one"));
        List<RemoteId> ids = List.of(copyOf(mailbox()).id("one"));
        MailSession session = open();
        assertCancelled(
                session, () -> transfer(session, mailbox(), ids, otherMailbox(), cancelled()));
        assertHolds(mailbox(), "one");
        assertHolds(otherMailbox());
    }
}
