package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.CanGlance;
import org.postern.transport.CanGlance.Listing;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a session keeps that {@linkplain CanGlance can glance}. */
public abstract class CanGlanceContract extends MailContract {

    private Listing glance(Map<String, SyncToken> known) throws MailException {
        return capability(open(), CanGlance.class).mailboxes(known, QUIET);
    }

    private boolean isUnchanged(LocalCopy copy) throws MailException {
        return glance(Map.of(mailbox(), copy.token())).unchanged().contains(mailbox());
    }

    /** It lists what the session lists, and nothing that is not known passes for unchanged. */
    @Test
    public final void listsTheMailboxesOfTheSession() throws Exception {
        Listing seen = glance(Map.of());
        assertEquals(ids(open().mailboxes(QUIET)), ids(seen.mailboxes()));
        assertEquals(Set.of(), seen.unchanged());
    }

    private static Set<String> ids(Iterable<RemoteMailbox> mailboxes) {
        Set<String> ids = new HashSet<>();
        mailboxes.forEach(mailbox -> ids.add(mailbox.id()));
        return ids;
    }

    /** A message that came is a change. */
    @Test
    public final void aMailboxThatGotAMessageIsNotUnchanged() throws Exception {
        LocalCopy copy = copyOf(mailbox());
        put(Letter.named("new"));
        assertFalse(isUnchanged(copy));
    }

    /** A message that went is a change. */
    @Test
    public final void aMailboxThatLostAMessageIsNotUnchanged() throws Exception {
        put(Letter.named("one"), Letter.named("two"));
        LocalCopy copy = copyOf(mailbox());
        remove("two");
        assertFalse(isUnchanged(copy));
    }

    /** As many as before, but others. */
    @Test
    public final void aMailboxWithOtherMessagesIsNotUnchanged() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = copyOf(mailbox());
        remove("one");
        putFlagged(Letter.named("two"), Flag.SEEN);
        assertFalse(isUnchanged(copy));
    }

    /** Where nothing happened, what it says is true: nothing is told afterwards. */
    @Test
    public final void whatIsUnchangedHasNothingToTell() throws Exception {
        put(Letter.named("one"));
        LocalCopy copy = copyOf(mailbox());
        if (isUnchanged(copy)) {
            SyncToken before = copy.token();
            follow(copy);
            assertEquals(before, copy.token());
        }
        assertEquals(Set.of("one"), copy.names());
    }

    /** A token that it never made proves nothing. */
    @Test
    public final void aTokenOfSomebodyElseProvesNothing() throws Exception {
        Map<String, SyncToken> known = Map.of(mailbox(), new SyncToken("somebody else's"));
        assertEquals(Set.of(), glance(known).unchanged());
    }

    /** A mailbox that is gone is not listed and not unchanged. */
    @Test
    public final void aMailboxThatIsGoneIsNotUnchanged() throws Exception {
        Map<String, SyncToken> known = Map.of(NOWHERE, copyOf(mailbox()).token());
        Listing seen = glance(known);
        assertEquals(Set.of(), seen.unchanged());
        assertFalse(ids(seen.mailboxes()).contains(NOWHERE));
    }

    /** Cancelling ends it and the session. */
    @Test
    public final void cancellingEndsTheSession() throws Exception {
        var session = open();
        CanGlance can = capability(session, CanGlance.class);
        assertCancelled(session, () -> can.mailboxes(Map.of(), cancelled()));
    }
}
