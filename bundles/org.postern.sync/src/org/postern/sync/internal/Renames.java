package org.postern.sync.internal;

import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.StoredMailbox;
import org.postern.transport.CanRecognize;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds mailboxes under their new names, so that one that was renamed is not taken for one that
 * went and one that came. Costs nothing while none went or none came.
 */
record Renames(MailStore store, AccountId account, Work work) {

    /**
     * Gives those that are found their new names.
     *
     * @param listed all that there are on the server
     * @return whether there were any
     */
    boolean settle(MailSession session, List<RemoteMailbox> listed) throws MailException {
        Optional<CanRecognize> can = session.capability(CanRecognize.class);
        Map<String, SyncToken> gone = gone(listed);
        Map<String, RemoteMailbox> unknown = unknown(listed);
        if (can.isEmpty() || gone.isEmpty() || unknown.isEmpty()) {
            return false;
        }
        Map<String, MailboxEntry> renamed = new HashMap<>();
        can.get()
                .renamed(gone, unknown.keySet(), work)
                .forEach((before, after) -> renamed.put(before, entry(unknown.get(after))));
        store.rename(account, renamed);
        return !renamed.isEmpty();
    }

    private Map<String, SyncToken> gone(List<RemoteMailbox> listed) {
        Set<String> there = listed.stream().map(RemoteMailbox::id).collect(Collectors.toSet());
        Map<String, SyncToken> gone = new HashMap<>();
        for (StoredMailbox mailbox : store.mailboxes(account)) {
            if (!there.contains(mailbox.remoteId())) {
                store.token(mailbox.id())
                        .ifPresent(token -> gone.put(mailbox.remoteId(), new SyncToken(token)));
            }
        }
        return gone;
    }

    private Map<String, RemoteMailbox> unknown(List<RemoteMailbox> listed) {
        Map<String, RemoteMailbox> unknown = new LinkedHashMap<>();
        listed.stream()
                .filter(RemoteMailbox::selectable)
                .forEach(mailbox -> unknown.put(mailbox.id(), mailbox));
        store.mailboxes(account).forEach(known -> unknown.remove(known.remoteId()));
        return unknown;
    }

    /** How the store is to have a mailbox. */
    static MailboxEntry entry(RemoteMailbox mailbox) {
        return new MailboxEntry(
                mailbox.id(),
                mailbox.path(),
                mailbox.role(),
                mailbox.subscribed(),
                mailbox.selectable());
    }
}
