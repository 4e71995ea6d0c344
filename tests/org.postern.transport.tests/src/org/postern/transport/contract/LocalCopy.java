package org.postern.transport.contract;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.opentest4j.AssertionFailedError;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;
import org.postern.transport.SyncToken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A copy of one mailbox as an engine keeps it, and what the last look at the mailbox told. */
final class LocalCopy implements ChangeSink {

    private final String mailbox;
    private final Map<RemoteId, RemoteMessage> messages = new LinkedHashMap<>();
    private final List<String> added = new ArrayList<>();
    private final List<String> vanished = new ArrayList<>();
    private boolean forgotten;
    private Optional<SyncToken> token = Optional.empty();

    LocalCopy(String mailbox) {
        this.mailbox = mailbox;
    }

    String mailbox() {
        return mailbox;
    }

    /** Takes in what changed since the last time. */
    void follow(MailSession session) throws MailException {
        added.clear();
        vanished.clear();
        forgotten = false;
        SyncToken now = session.changes(mailbox, token, this, new NullProgressMonitor());
        token = Optional.of(now);
    }

    @Override
    public void forgotten() {
        if (!added.isEmpty() || !vanished.isEmpty()) {
            throw new AssertionFailedError("forgotten() must come before anything else");
        }
        forgotten = true;
        messages.clear();
    }

    @Override
    public void added(RemoteMessage message) {
        if (messages.put(message.id(), message) != null) {
            throw new AssertionFailedError(message + " was told of twice");
        }
        added.add(Letter.nameOf(message.headers()));
    }

    @Override
    public void flags(RemoteId id, Set<Flag> flags) {
        RemoteMessage old = messages.get(id);
        if (old == null) {
            throw new AssertionFailedError("flags of " + id + ", which nobody told of");
        }
        messages.put(id, new RemoteMessage(id, flags, old.size(), old.received(), old.headers()));
    }

    @Override
    public void vanished(RemoteId id) {
        RemoteMessage gone = messages.remove(id);
        if (gone != null) {
            vanished.add(Letter.nameOf(gone.headers()));
        }
    }

    /** Goes on from another token than the last one. */
    void pretend(SyncToken other) {
        token = Optional.of(other);
    }

    SyncToken token() {
        return token.orElseThrow();
    }

    /** The messages that the last look added, in order. */
    List<String> added() {
        return List.copyOf(added);
    }

    /** The known messages that the last look removed, in order. */
    List<String> vanished() {
        return List.copyOf(vanished);
    }

    /** Whether the last look began anew. */
    boolean wasForgotten() {
        return forgotten;
    }

    /** All that are there, by name. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        messages.values().forEach(message -> names.add(Letter.nameOf(message.headers())));
        return names;
    }

    RemoteMessage message(String name) {
        return messages.values().stream()
                .filter(message -> Letter.nameOf(message.headers()).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionFailedError("there is no " + name));
    }

    RemoteId id(String name) {
        return message(name).id();
    }
}
