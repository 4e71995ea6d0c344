package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.RemoteMessage;
import org.postern.transport.SyncToken;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sessions of every transport keep: {@link MailSession} without capabilities. */
public abstract class SessionContract extends MailContract {

    /** The ids are distinct and the fixture's mailboxes are among them. */
    @Test
    public final void listsItsMailboxes() throws Exception {
        List<RemoteMailbox> mailboxes = open().mailboxes(QUIET);
        Set<String> selectable = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (RemoteMailbox mailbox : mailboxes) {
            assertTrue(all.add(mailbox.id()), () -> mailbox.id() + " is listed twice");
            if (mailbox.selectable()) {
                selectable.add(mailbox.id());
            }
        }
        assertTrue(selectable.contains(mailbox()), () -> mailboxes.toString());
        fixture().otherMailbox().ifPresent(other -> assertTrue(selectable.contains(other)));
    }

    /** A mailbox comes behind those whose names its path begins with. */
    @Test
    public final void listsParentsBeforeChildren() throws Exception {
        Set<List<String>> before = new HashSet<>();
        for (RemoteMailbox mailbox : open().mailboxes(QUIET)) {
            List<String> path = mailbox.path();
            assertFalse(
                    before.stream().anyMatch(p -> p.size() > path.size() && isStart(path, p)),
                    () -> path + " comes after a mailbox within it");
            before.add(path);
        }
    }

    private static boolean isStart(List<String> start, List<String> path) {
        return path.subList(0, start.size()).equals(start);
    }

    /** An empty mailbox has nothing to tell, and yet a token. */
    @Test
    public final void tellsNothingOfAnEmptyMailbox() throws Exception {
        LocalCopy copy = copyOf(mailbox());
        assertEquals(Set.of(), copy.names());
        follow(copy);
        assertEquals(Set.of(), copy.names());
    }

    /** The first look tells of every message once, with the fields that a list shows. */
    @Test
    public final void theFirstLookTellsEveryMessageOnce() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        assertEquals(Set.of("one", "two", "three"), copy.names());
        assertEquals(3, copy.added().size());
        RemoteMessage two = copy.message("two");
        String headers = new String(two.headers(), UTF_8);
        assertTrue(headers.contains("Subject: About two"), headers);
        assertTrue(headers.contains("From: Ada Example <ada@contract.example>"), headers);
        assertFalse(headers.contains("A short text."), headers);
        assertTrue(two.size() > 0, () -> two.size() + " bytes");
    }

    /** With the token of the last look nothing is told twice, by the same session or another. */
    @Test
    public final void theSecondLookTellsNothingNew() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        MailSession session = open();
        LocalCopy copy = new LocalCopy(mailbox());
        copy.follow(session);
        copy.follow(session);
        assertNothingNew(copy);
        session.close();
        follow(copy);
        assertNothingNew(copy);
        assertEquals(Set.of("one", "two"), copy.names());
    }

    private static void assertNothingNew(LocalCopy copy) {
        assertEquals(List.of(), copy.added());
        assertEquals(List.of(), copy.vanished());
        assertFalse(copy.wasForgotten(), "a good token was forgotten");
    }

    /** What came since is told, and nothing else. */
    @Test
    public final void aNewMessageIsAdded() throws Exception {
        put(Letter.named("old"));
        LocalCopy copy = copyOf(mailbox());
        put(Letter.named("new"));
        follow(copy);
        assertEquals(List.of("new"), copy.added());
        assertEquals(Set.of("old", "new"), copy.names());
    }

    /** What went since is told, and nothing else. */
    @Test
    public final void aRemovedMessageVanishes() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        LocalCopy copy = copyOf(mailbox());
        remove("two");
        follow(copy);
        assertEquals(List.of("two"), copy.vanished());
        assertEquals(List.of(), copy.added());
        assertEquals(Set.of("one", "three"), copy.names());
    }

    /** Several changes between two looks lead to what is there now. */
    @Test
    public final void comingAndGoingLeadsToWhatIsThereNow() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy copy = copyOf(mailbox());
        put(Letter.named("three"));
        remove("one");
        put(Letter.named("four"));
        remove("three");
        follow(copy);
        assertEquals(Set.of("two", "four"), copy.names());
    }

    /** A token of somebody else counts as absent: all is forgotten, and everything follows. */
    @Test
    public final void aTokenThatItDoesNotKnowBeginsAnew() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        MailSession session = open();
        for (String strange : List.of("", " ", "0", "no token", "1 2 3 4 5", "\u2603;=,:")) {
            LocalCopy copy = new LocalCopy(mailbox());
            copy.pretend(new SyncToken(strange));
            copy.follow(session);
            assertTrue(copy.wasForgotten(), () -> "\"" + strange + "\" was taken for a token");
            assertEquals(Set.of("one", "two"), copy.names());
        }
    }

    /** A token is text without line breaks and survives being written down. */
    @Test
    public final void aTokenIsOneLine() throws Exception {
        put(Letter.named("one"));
        String token = copyOf(mailbox()).token().value();
        assertEquals(1, token.lines().count(), token);
        new Secrecy(fixture().secrets()).assertKeptIn("the token", token);
    }

    /** Each mailbox has its own mail. */
    @Test
    public final void mailboxesDoNotMix() throws Exception {
        put(Letter.named("here"));
        if (fixture().otherMailbox().isPresent()) {
            fixture().put(otherMailbox(), Letter.named("there").bytes(), Set.of());
            assertEquals(Set.of("there"), copyOf(otherMailbox()).names());
        }
        assertEquals(Set.of("here"), copyOf(mailbox()).names());
    }

    /** A mailbox that is not there is said so, and the session goes on. */
    @Test
    public final void aMailboxThatIsNotThereIsSaidSo() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = copyOf(mailbox());
        MailSession session = open();
        assertFails(Failure.NoSuchMailbox.class, () -> new LocalCopy(NOWHERE).follow(session));
        assertFails(
                Failure.NoSuchMailbox.class,
                () ->
                        session.bodies(
                                NOWHERE,
                                List.of(copy.id("one")),
                                (id, in) -> in.readAllBytes(),
                                QUIET));
        copy.follow(session);
        assertEquals(Set.of("one"), copy.names());
    }

    /** What a sink of changes throws ends the look and comes out. */
    @Test
    public final void whatASinkOfChangesThrowsComesOut() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        MailException full = new MailException(new Failure.LocalStorage("store", "disk full"));
        MailSession session = open();
        MailException thrown =
                assertThrows(
                        MailException.class,
                        () -> session.changes(mailbox(), Optional.empty(), failing(full), QUIET));
        assertSame(full, thrown);
    }

    private static OnAdded failing(MailException failure) {
        return message -> {
            throw failure;
        };
    }

    /** A monitor that is cancelled before the call ends the call and the session. */
    @Test
    public final void aCancelledMonitorClosesTheSession() throws Exception {
        put(Letter.named("one"));
        MailSession session = open();
        OnAdded deaf = message -> {};
        assertCancelled(
                session, () -> session.changes(mailbox(), Optional.empty(), deaf, cancelled()));
    }

    /** Listing is cancelled like everything else. */
    @Test
    public final void aCancelledListClosesTheSession() throws Exception {
        MailSession session = open();
        assertCancelled(session, () -> session.mailboxes(cancelled()));
    }

    /** A monitor that is cancelled during the call ends the call and the session, too. */
    @Test
    public final void cancellingAmidstAMailboxClosesTheSession() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        MailSession session = open();
        IProgressMonitor monitor = new NullProgressMonitor();
        OnAdded canceller = message -> monitor.setCanceled(true);
        assertCancelled(
                session, () -> session.changes(mailbox(), Optional.empty(), canceller, monitor));
    }

    /** Nothing is opened for somebody who has cancelled. */
    @Test
    public final void openingWithACancelledMonitorIsCancelled() {
        assertThrows(OperationCanceledException.class, () -> keep(fixture().open(cancelled())));
    }

    /** Closing is final, and harmless when it is done again. */
    @Test
    public final void closingTwiceIsHarmless() throws MailException {
        MailSession session = open();
        session.close();
        session.close();
        assertClosed(session);
    }

    /** A capability that nobody has heard of is not there. */
    @Test
    public final void hasNoCapabilityThatNobodyKnows() throws MailException {
        assertEquals(Optional.empty(), open().capability(Unheard.class));
    }

    private interface Unheard {}

    /** Nobody finds the password by printing a session or what protects it. */
    @Test
    public final void tellsNoSecret() throws MailException {
        MailSession session = open();
        Secrecy secrecy = new Secrecy(fixture().secrets());
        secrecy.assertKeptIn("the session", session);
        secrecy.assertKeptIn("its posture", session.posture());
    }
}
