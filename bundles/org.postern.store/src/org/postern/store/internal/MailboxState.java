package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.store.MailStore.Action;
import org.postern.store.MailStore.Intent;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mailbox in memory: the result of its journal's events in their order, and of nothing else. All
 * methods are short and safe to call from any thread.
 */
public final class MailboxState {

    private static final int CHUNK = 5_000;

    private final AccountId account;
    private final MailboxId mailbox;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<MessageId, String> remoteIds = new HashMap<>();
    private final Map<String, MessageRow> seen = new HashMap<>();
    private final RowOrder order = new RowOrder();
    private final Pending pending = new Pending();
    private Optional<String> token = Optional.empty();

    public MailboxState(AccountId account, MailboxId mailbox) {
        this.account = account;
        this.mailbox = mailbox;
    }

    /** Takes an event in. */
    public synchronized Delta apply(Event event) {
        Delta delta = new Delta();
        switch (event) {
            case Event.Committed e -> committed(e, delta);
            case Event.BodyStored e -> bodyStored(e, delta);
            case Event.Intended e -> intended(e, delta);
            case Event.Settled e -> settled(e.number(), delta);
            case Event.BackedOut e ->
                    pending.remove(e.number()).ifPresent(i -> show(i.remoteIds(), delta));
            case Event.SnapshotEnd e -> {
                // only says that a snapshot is whole
            }
        }
        return delta;
    }

    private void committed(Event.Committed event, Delta delta) {
        if (event.forgetAll()) {
            forgetAll(delta);
        }
        event.changes().forEach(change -> change(change, delta));
        if (event.token().isPresent()) {
            token = event.token();
        }
    }

    private void forgetAll(Delta delta) {
        token = Optional.empty();
        pending.clear();
        for (Entry entry : List.copyOf(entries.values())) {
            if (entry.onServer()) {
                drop(entry.row().remoteId(), delta);
            }
        }
        show(List.copyOf(entries.keySet()), delta);
    }

    private void change(Event.Change change, Delta delta) {
        switch (change) {
            case Event.Change.Added c -> added(c.entry(), delta);
            case Event.Change.Flagged c -> flagged(c.remoteId(), c.flags(), delta);
            case Event.Change.Removed c -> removed(c.remoteId(), delta);
            case Event.Change.Kept c -> kept(c.remoteId(), delta);
        }
    }

    private void added(Entry entry, Delta delta) {
        String remoteId = entry.row().remoteId();
        if (entries.containsKey(remoteId)) {
            flagged(remoteId, entry.row().flags(), delta);
        } else {
            put(entry, delta);
        }
    }

    private void flagged(String remoteId, Set<Flag> flags, Delta delta) {
        entry(remoteId).ifPresent(entry -> put(entry.withFlags(flags), delta));
    }

    private void removed(String remoteId, Delta delta) {
        entry(remoteId).filter(Entry::onServer).ifPresent(entry -> drop(remoteId, delta));
    }

    private void kept(String remoteId, Delta delta) {
        entry(remoteId)
                .ifPresent(
                        entry -> {
                            if (entry.row().complete()) {
                                put(entry.detached(), delta);
                            } else {
                                drop(remoteId, delta);
                            }
                        });
    }

    private void bodyStored(Event.BodyStored event, Delta delta) {
        entry(event.message())
                .ifPresent(entry -> put(entry.completed(event.size(), event.at()), delta));
    }

    private void intended(Event.Intended event, Delta delta) {
        pending.add(
                new Intent(event.number(), account, mailbox, event.remoteIds(), event.action()));
        show(event.remoteIds(), delta);
    }

    private void settled(long number, Delta delta) {
        Optional<Intent> intent = pending.remove(number);
        if (intent.isEmpty()) {
            return;
        }
        for (String remoteId : intent.get().remoteIds()) {
            entry(remoteId).ifPresent(entry -> settled(entry, intent.get().action(), delta));
        }
    }

    private void settled(Entry entry, Action action, Delta delta) {
        if (action instanceof Action.SetFlags set) {
            Set<Flag> flags = Pending.applied(set, entry.row().flags());
            put(
                    new Entry(
                            entry.row().withFlags(flags),
                            entry.headers(),
                            entry.storedAt(),
                            entry.onServer()),
                    delta);
        } else {
            drop(entry.row().remoteId(), delta);
        }
    }

    private void put(Entry entry, Delta delta) {
        String remoteId = entry.row().remoteId();
        entries.put(remoteId, entry);
        remoteIds.put(entry.row().id(), remoteId);
        show(List.of(remoteId), delta);
    }

    private void drop(String remoteId, Delta delta) {
        MessageId id = entries.remove(remoteId).row().id();
        remoteIds.remove(id);
        delta.gone(id);
        show(List.of(remoteId), delta);
    }

    private void show(Collection<String> changed, Delta delta) {
        for (String remoteId : changed) {
            Optional<MessageRow> before = Optional.ofNullable(seen.get(remoteId));
            Optional<MessageRow> after = entry(remoteId).map(Entry::row).flatMap(pending::seen);
            if (!before.equals(after)) {
                before.ifPresent(order::remove);
                after.ifPresent(order::add);
                after.ifPresentOrElse(row -> seen.put(remoteId, row), () -> seen.remove(remoteId));
                tell(before, after, delta);
            }
        }
    }

    private static void tell(Optional<MessageRow> before, Optional<MessageRow> after, Delta delta) {
        if (before.map(MessageRow::id).equals(after.map(MessageRow::id))) {
            after.ifPresent(row -> delta.changed(row.id()));
        } else {
            before.ifPresent(row -> delta.removed(row.id()));
            after.ifPresent(row -> delta.added(row.id()));
        }
    }

    /** The message as the server has it. */
    public synchronized Optional<Entry> entry(String remoteId) {
        return Optional.ofNullable(entries.get(remoteId));
    }

    public synchronized Optional<Entry> entry(MessageId id) {
        return Optional.ofNullable(remoteIds.get(id)).map(entries::get);
    }

    public synchronized List<MessageRow> rows() {
        return order.list();
    }

    /** The message as the user sees it. */
    public synchronized Optional<MessageRow> row(MessageId id) {
        return Optional.ofNullable(remoteIds.get(id)).map(seen::get);
    }

    public synchronized int total() {
        return order.total();
    }

    public synchronized int unread() {
        return order.unread();
    }

    public synchronized Optional<String> token() {
        return token;
    }

    public synchronized List<Intent> intents() {
        return pending.all();
    }

    /** Ids of visible messages without a body that the server has, newest first. */
    public synchronized List<String> incomplete() {
        return order.list().stream()
                .filter(row -> !row.complete() && entries.get(row.remoteId()).onServer())
                .map(MessageRow::remoteId)
                .toList();
    }

    public synchronized List<String> removable(Instant storedBefore) {
        return entries.values().stream()
                .filter(entry -> entry.onServer() && entry.row().complete())
                .filter(entry -> entry.storedAt().isBefore(storedBefore))
                .map(entry -> entry.row().remoteId())
                .toList();
    }

    /** Whether the store has the message's body. */
    public synchronized boolean complete(MessageId id) {
        return entry(id).map(entry -> entry.row().complete()).orElse(false);
    }

    /** Events that bring an empty mailbox into this state, without {@link Event.SnapshotEnd}. */
    public synchronized List<Event> events() {
        List<Event> events = new ArrayList<>();
        List<Event.Change> added = new ArrayList<>();
        for (Entry entry : entries.values()) {
            added.add(new Event.Change.Added(entry));
            if (added.size() == CHUNK) {
                events.add(new Event.Committed(false, added, Optional.empty()));
                added.clear();
            }
        }
        events.add(new Event.Committed(false, added, token));
        for (Intent intent : pending.all()) {
            events.add(new Event.Intended(intent.number(), intent.remoteIds(), intent.action()));
        }
        return events;
    }

    /** Ids of all messages whose bodies should be on the disk. */
    public synchronized Set<MessageId> bodies() {
        Set<MessageId> ids = new HashSet<>();
        for (Entry entry : entries.values()) {
            if (entry.row().complete()) {
                ids.add(entry.row().id());
            }
        }
        return ids;
    }

    /** Bodies that turned out not to be there are fetched again. */
    public synchronized void lost(Collection<MessageId> bodies) {
        Delta nobodyListens = new Delta();
        for (MessageId id : bodies) {
            entry(id).ifPresent(entry -> put(entry.incomplete(), nobodyListens));
        }
    }
}
