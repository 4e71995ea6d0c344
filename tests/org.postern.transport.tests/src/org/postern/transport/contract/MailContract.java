package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.MailSession;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all contracts share: a fixture for each test, sessions that are closed afterwards, and the
 * rule that no exception tells a secret.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class MailContract {

    static final IProgressMonitor QUIET = new NullProgressMonitor();
    static final String NOWHERE = "no mailbox has this name";

    private final List<MailSession> opened = new ArrayList<>();
    private MailFixture fixture;

    /** Mail for one test, with empty mailboxes. The contract closes it. */
    protected abstract MailFixture newFixture() throws IOException;

    /** JUnit calls it. */
    @BeforeEach
    public final void makeFixture() throws IOException {
        fixture = newFixture();
    }

    /** JUnit calls it. */
    @AfterEach
    public final void closeFixture() throws IOException {
        opened.forEach(MailSession::close);
        if (fixture != null) {
            fixture.close();
        }
    }

    final MailFixture fixture() {
        return fixture;
    }

    final String mailbox() {
        return fixture.mailbox();
    }

    /** The mailbox that moving, copying and their kin need besides. */
    final String otherMailbox() {
        return fixture.otherMailbox()
                .orElseThrow(
                        () -> new AssertionFailedError("this contract needs a second mailbox"));
    }

    /** A new session, closed after the test at the latest. */
    final MailSession open() throws MailException {
        return keep(fixture.open(QUIET));
    }

    final MailSession keep(MailSession session) {
        opened.add(session);
        return session;
    }

    /** The capability that a contract is about; a session without it breaks the contract. */
    final <C> C capability(MailSession session, Class<C> type) {
        return session.capability(type)
                .orElseThrow(
                        () -> new AssertionFailedError("no session has " + type.getSimpleName()));
    }

    final void put(Letter... letters) throws IOException {
        for (Letter letter : letters) {
            fixture.put(mailbox(), letter.bytes(), Set.of());
        }
    }

    final void putFlagged(Letter letter, Flag... flags) throws IOException {
        fixture.put(mailbox(), letter.bytes(), Set.of(flags));
    }

    final void remove(String name) throws IOException {
        fixture.remove(mailbox(), stored(mailbox(), name).handle());
    }

    /** The message as it lies there, behind the back of all sessions. */
    final StoredMail stored(String mailbox, String name) throws IOException {
        return fixture.look(mailbox).stream()
                .filter(mail -> Letter.nameOf(mail.bytes()).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionFailedError("there is no " + name + " in " + mailbox));
    }

    /** Asserts what lies in a mailbox. */
    final void assertHolds(String mailbox, String... names) throws IOException {
        List<String> there = new ArrayList<>();
        fixture.look(mailbox).forEach(mail -> there.add(Letter.nameOf(mail.bytes())));
        assertEquals(List.copyOf(new TreeSet<>(Set.of(names))), there.stream().sorted().toList());
    }

    /** A copy that has seen everything, by a session of its own. */
    final LocalCopy copyOf(String mailbox) throws MailException {
        LocalCopy copy = new LocalCopy(mailbox);
        follow(copy);
        return copy;
    }

    /**
     * Looks with a new session, for some sessions see only what was there when they were opened.
     */
    final void follow(LocalCopy copy) throws MailException {
        try (MailSession session = fixture.open(QUIET)) {
            copy.follow(session);
        }
    }

    /** Asserts that a call fails, and how. */
    final <F extends Failure> F assertFails(Class<F> failure, Executable call) {
        MailException thrown = assertThrows(MailException.class, call);
        new Secrecy(fixture.secrets()).assertKeptIn(thrown);
        return assertInstanceOf(failure, thrown.failure());
    }

    /** Asserts that a call is cancelled and that its session serves nobody afterwards. */
    final void assertCancelled(MailSession session, Executable call) {
        OperationCanceledException thrown = assertThrows(OperationCanceledException.class, call);
        new Secrecy(fixture.secrets()).assertKeptIn(thrown);
        assertClosed(session);
    }

    /** Asserts that a session does not read mail any more. */
    final void assertClosed(MailSession session) {
        assertNotNull(assertFails(Failure.class, () -> new LocalCopy(mailbox()).follow(session)));
    }

    static IProgressMonitor cancelled() {
        IProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        return monitor;
    }
}
