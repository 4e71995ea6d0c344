package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.transport.CanRecognize;
import org.postern.transport.SyncToken;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens mailboxes that are not known for their ids (RFC 8474 §4.2), one after the other: each of
 * them is opened for its messages anyway. STATUS would tell the same of many at once, but Cyrus
 * answers that with ids from memory that it has freed.
 */
record Recognizing(Dialogue dialogue, Selector selector) implements CanRecognize {

    @Override
    public Map<String, String> renamed(
            Map<String, SyncToken> gone, Collection<String> unknown, IProgressMonitor monitor)
            throws MailException {
        Map<String, ImapToken> sought = new HashMap<>();
        gone.forEach(
                (id, token) ->
                        ImapToken.parse(token)
                                .filter(t -> t.objectId().isPresent())
                                .ifPresent(t -> sought.put(id, t)));
        return dialogue.during(monitor, () -> found(sought, unknown));
    }

    private Map<String, String> found(Map<String, ImapToken> sought, Collection<String> unknown)
            throws IOException, MailException {
        Map<String, String> found = new HashMap<>();
        for (String name : unknown) {
            if (sought.isEmpty()) {
                break;
            }
            Optional<String> before = opened(name).flatMap(now -> before(sought, now));
            if (before.isPresent()) {
                sought.remove(before.get());
                found.put(before.get(), name);
            }
        }
        return found;
    }

    private static Optional<String> before(Map<String, ImapToken> sought, Selection now) {
        return sought.entrySet().stream()
                .filter(each -> each.getValue().isOf(now))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Empty for one that cannot be opened: it may be somebody else's, or gone again. */
    private Optional<Selection> opened(String name) throws IOException, MailException {
        try {
            return Optional.of(selector.look(name));
        } catch (MailException e) {
            if (e.failure() instanceof Failure.CommandRefused
                    || e.failure() instanceof Failure.NoSuchMailbox) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
