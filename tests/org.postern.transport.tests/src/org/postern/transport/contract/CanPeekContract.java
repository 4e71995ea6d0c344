package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.transport.CanPeek;

import java.io.IOException;
import java.util.List;

/** What a session keeps that {@linkplain CanPeek can peek}. */
public abstract class CanPeekContract extends MailContract {

    private CanPeek.Glimpse peek(int most) throws MailException {
        return capability(open(), CanPeek.class).peek(mailbox(), most, QUIET);
    }

    /** An empty mailbox has nothing to show. */
    @Test
    public final void anEmptyMailboxIsEmpty() throws Exception {
        CanPeek.Glimpse seen = peek(3);
        assertEquals(0, seen.messages());
        assertEquals(List.of(), seen.newest());
    }

    /** All are counted, the newest are shown, the newest first. */
    @Test
    public final void theNewestAreShownNewestFirst() throws Exception {
        put(Letter.named("one"), Letter.named("two"), Letter.named("three"));
        CanPeek.Glimpse seen = peek(2);
        assertEquals(3, seen.messages());
        assertEquals(List.of("three", "two"), seen.newest().stream().map(Letter::nameOf).toList());
    }

    /** Where it wants no header it gets none. */
    @Test
    public final void noneAreShownWhereNoneAreWanted() throws Exception {
        put(Letter.named("one"));
        CanPeek.Glimpse seen = peek(0);
        assertEquals(1, seen.messages());
        assertEquals(List.of(), seen.newest());
    }

    /** Looking marks nothing. */
    @Test
    public final void lookingChangesNothing() throws Exception {
        put(Letter.named("one"));
        List<StoredMail> before = look();
        peek(5);
        assertEquals(before.getFirst().flags(), look().getFirst().flags());
        assertEquals(before.size(), look().size());
    }

    private List<StoredMail> look() throws IOException {
        return fixture().look(mailbox());
    }

    /** A mailbox that is not there is said so. */
    @Test
    public final void aMailboxThatIsNotThereIsSaidSo() throws Exception {
        CanPeek can = capability(open(), CanPeek.class);
        assertFails(Failure.NoSuchMailbox.class, () -> can.peek(NOWHERE, 1, QUIET));
    }

    /** Cancelling ends it and the session. */
    @Test
    public final void cancellingEndsTheSession() throws Exception {
        var session = open();
        CanPeek can = capability(session, CanPeek.class);
        assertCancelled(session, () -> can.peek(mailbox(), 1, cancelled()));
    }
}
