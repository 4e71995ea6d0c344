package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.CanAppend;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a session keeps that {@linkplain CanAppend can append}. */
public abstract class CanAppendContract extends MailContract {

    /** Whole seconds, for protocols know no less. */
    private static final Instant RECEIVED = Instant.parse("2024-02-29T12:34:56Z");

    private Optional<RemoteId> append(
            MailSession session,
            String mailbox,
            Letter letter,
            Set<Flag> flags,
            IProgressMonitor monitor)
            throws MailException {
        return capability(session, CanAppend.class)
                .append(
                        mailbox,
                        flags,
                        RECEIVED,
                        letter.bytes().length,
                        new ByteArrayInputStream(letter.bytes()),
                        monitor);
    }

    private Optional<RemoteId> append(Letter letter, Flag... flags) throws MailException {
        return append(open(), mailbox(), letter, Set.of(flags), QUIET);
    }

    /** Byte for byte, however large. */
    @Test
    public final void isThereByteForByte() throws Exception {
        List<Letter> letters =
                List.of(
                        Letter.named("one"),
                        Letter.with("dots", ".\r\n..\r\n"),
                        Letter.with("unicode", "\u00fc \u65e5\u672c\r\n"),
                        Letter.large("large"));
        for (Letter letter : letters) {
            append(letter);
        }
        for (Letter letter : letters) {
            assertArrayEquals(
                    letter.bytes(), stored(mailbox(), letter.name()).bytes(), letter::name);
        }
    }

    /** With the flags and no others. */
    @Test
    public final void hasTheFlagsThatWereAskedFor() throws Exception {
        append(Letter.named("plain"));
        append(Letter.named("seen"), Flag.SEEN, Flag.FLAGGED);
        assertEquals(Set.of(), stored(mailbox(), "plain").flags());
        assertEquals(Set.of(Flag.SEEN, Flag.FLAGGED), stored(mailbox(), "seen").flags());
    }

    /** The next look tells of it, with the id and the time that it was given. */
    @Test
    public final void theNextLookTellsOfIt() throws Exception {
        put(Letter.named("old"));
        LocalCopy copy = copyOf(mailbox());
        Optional<RemoteId> told = append(Letter.named("new"));
        follow(copy);
        assertEquals(List.of("new"), copy.added());
        assertEquals(copy.id("new"), told.orElse(copy.id("new")));
        assertEquals(RECEIVED, copy.message("new").received().orElse(RECEIVED));
    }

    /** A mailbox that is not there is said so, and the session goes on. */
    @Test
    public final void aMailboxThatIsNotThereIsSaidSo() throws Exception {
        MailSession session = open();
        for (Letter letter : List.of(Letter.named("one"), Letter.large("large"))) {
            assertFails(
                    Failure.NoSuchMailbox.class,
                    () -> append(session, NOWHERE, letter, Set.of(), QUIET));
        }
        append(session, mailbox(), Letter.named("two"), Set.of(), QUIET);
        assertHolds(mailbox(), "two");
    }

    /** Nothing is appended for somebody who has cancelled. */
    @Test
    public final void aCancelledMonitorClosesTheSession() throws Exception {
        MailSession session = open();
        assertCancelled(
                session,
                () -> append(session, mailbox(), Letter.named("one"), Set.of(), cancelled()));
        assertHolds(mailbox());
    }
}
