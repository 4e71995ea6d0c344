package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.store.MessageId;
import org.postern.store.NewMessage;
import org.postern.store.UserIntents;
import org.postern.store.UserIntents.Action;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a transaction does to the messages of a mailbox. */
final class MailboxEdit {

    private static final long NONE = 0;

    private final Transaction transaction;
    private final Link link;
    private final Mailbox mailbox;
    private final Delta delta = new Delta();
    private final Touched touched = new Touched();
    private Optional<String> token;
    private final Expectations expectations;
    private final Map<String, String> formerNames = new HashMap<>();
    private boolean forgotten;

    MailboxEdit(Transaction transaction, Mailbox mailbox) {
        this.transaction = transaction;
        this.link = transaction.link();
        this.mailbox = mailbox;
        this.token = mailbox.standing().token();
        this.expectations = new Expectations(transaction, mailbox, this);
    }

    /** The messages that are to come. */
    Expectations expectations() {
        return expectations;
    }

    void token(String now) {
        token = Optional.of(now);
    }

    /** Forgets what the server has, and what the user wanted of it. */
    void forgetAll() throws SQLException {
        forgotten = true;
        token = Optional.empty();
        expectations.forgetIntents();
        for (Stored stored : MessageTable.all(link, mailbox.number(), true)) {
            drop(stored);
        }
        for (Stored stored : MessageTable.all(link, mailbox.number(), false)) {
            put(stored, laidOver(stored, stored.flags(), NONE));
        }
    }

    /** A message that is there already gets the flags only. */
    void add(NewMessage message) throws SQLException {
        if (!expectations.found(message) && !inserted(message)) {
            flags(message.remoteId(), message.flags());
        }
    }

    /** A message that is there already stays as it is. */
    void addOnce(NewMessage message) throws SQLException {
        if (!expectations.found(message) && !inserted(message)) {
            Stored stored = find(message.remoteId()).orElseThrow();
            put(stored, stored.onServer(true));
        }
    }

    private boolean inserted(NewMessage message) throws SQLException {
        int flags = FlagBits.of(message.flags());
        int shown = shown(message.remoteId(), flags, NONE);
        Stored stored =
                new Stored(
                        transaction.number(),
                        message.remoteId(),
                        flags,
                        shown == Pending.HIDDEN ? flags : shown,
                        shown == Pending.HIDDEN,
                        milliseconds(message.date()),
                        message.size(),
                        true,
                        0,
                        0);
        boolean inserted = MessageTable.insert(link, mailbox.number(), stored, message);
        if (inserted) {
            link.run("INSERT INTO header VALUES (?, ?)", stored.id(), message.headers());
            delta.came(stored);
            touched.message(stored);
        }
        return inserted;
    }

    /** A message of which only another name is new. */
    void addOrRename(NewMessage message) throws SQLException {
        Optional<Stored> same =
                find(message.remoteId()).isPresent()
                        ? Optional.empty()
                        : MessageTable.alone(link, mailbox.number(), Look.of(message));
        if (same.isPresent()) {
            rename(same.get(), message.remoteId());
        } else {
            add(message);
        }
    }

    private void rename(Stored stored, String remoteId) throws SQLException {
        MessageTable.rename(link, stored.id(), remoteId);
        IntentTable.rename(link, mailbox.number(), stored.remote(), remoteId);
        renamed(stored.remote(), remoteId);
        transaction.then(() -> mailbox.pending().rename(stored.remote(), remoteId));
        put(stored, stored.named(remoteId).onServer(true));
    }

    /** Far enough in both directions for any date that somebody could have written. */
    static long milliseconds(Instant date) {
        return Math.clamp(date.getEpochSecond(), -(1L << 52), 1L << 52) * 1_000
                + date.getNano() / 1_000_000;
    }

    void flags(String remoteId, Set<Flag> flags) throws SQLException {
        Optional<Stored> found = find(remoteId);
        if (found.isPresent()) {
            Stored stored = found.get();
            expectations.seen(stored);
            put(stored, laidOver(stored.onServer(true), FlagBits.of(flags), NONE));
        }
    }

    void remove(String remoteId) throws SQLException {
        Optional<Stored> found = find(remoteId).filter(Stored::server);
        if (found.isPresent()) {
            drop(found.get());
        }
    }

    /** Lets the local copy stand alone. */
    void keep(String remoteId) throws SQLException {
        Optional<Stored> found = find(remoteId);
        if (found.isPresent() && found.get().complete()) {
            put(found.get(), found.get().onServer(false));
        } else if (found.isPresent()) {
            drop(found.get());
        }
    }

    /** The message has that body now. */
    void body(Stored stored, long body, long size, long at) throws SQLException {
        if (stored.complete()) {
            transaction.release(stored.body());
        }
        put(stored, stored.withBody(body, size, at));
        link.run("DELETE FROM header WHERE message = ?", stored.id());
    }

    /** The message's body is not here any more. */
    void lost(Stored stored) throws SQLException {
        if (stored.complete()) {
            transaction.release(stored.body());
        }
        put(stored, stored.withBody(0, stored.size(), 0));
    }

    /**
     * Puts a message in that no server knows; its body is to follow in the same transaction.
     *
     * @param id a number for it
     */
    void put(NewMessage message, long id) throws SQLException {
        int flags = FlagBits.of(message.flags());
        Stored stored =
                new Stored(
                        id,
                        message.remoteId(),
                        flags,
                        flags,
                        false,
                        milliseconds(message.date()),
                        message.size(),
                        false,
                        0,
                        0);
        MessageTable.insert(link, mailbox.number(), stored, message);
        came(stored);
    }

    /** Lays something that the user just did over a message. */
    void intend(Stored stored, Action action) throws SQLException {
        int shown = Pending.applied(action, stored.shown());
        boolean hidden = shown == Pending.HIDDEN;
        put(stored, stored.withFlags(stored.flags(), hidden ? stored.shown() : shown, hidden));
    }

    /** The server did what the user wanted; that intent does not count any more. */
    void settled(String remoteId, Action action, long number) throws SQLException {
        Optional<Stored> found = find(remoteId);
        if (found.isEmpty()) {
            return;
        }
        int flags = Pending.applied(action, found.get().flags());
        if (flags == Pending.HIDDEN) {
            drop(found.get());
        } else {
            put(found.get(), laidOver(found.get(), flags, number));
        }
    }

    /** The server would not do what the user wanted. */
    void backedOut(String remoteId, long number) throws SQLException {
        Optional<Stored> found = find(remoteId);
        if (found.isPresent()) {
            put(found.get(), laidOver(found.get(), found.get().flags(), number));
        }
    }

    Optional<Stored> find(String remoteId) throws SQLException {
        return MessageTable.find(link, mailbox.number(), remoteId);
    }

    /** The message, when it lies in this mailbox and the user sees it. */
    Optional<Stored> visible(MessageId id) throws SQLException {
        return MessageTable.find(link, mailbox.number(), id.value())
                .filter(stored -> !stored.hidden());
    }

    /** A message has another name now, by which memory does not know it yet. */
    void renamed(String before, String after) {
        formerNames.put(after, before);
    }

    /** A message came that has no name yet. */
    void came(Stored stored) {
        delta.came(stored);
        touched.message(stored);
    }

    /** A message goes to another mailbox. */
    void left(Stored stored) {
        delta.went(stored);
        touched.message(stored);
    }

    Stored laidOver(Stored stored, int flags, long without) {
        int shown = shown(stored.remote(), flags, without);
        boolean hidden = shown == Pending.HIDDEN;
        return stored.withFlags(flags, hidden ? stored.shown() : shown, hidden);
    }

    private int shown(String remoteId, int flags, long without) {
        String known = formerNames.getOrDefault(remoteId, remoteId);
        return forgotten && !UserIntents.isProvisional(known)
                ? flags
                : mailbox.pending().shown(known, flags, without);
    }

    void put(Stored before, Stored after) throws SQLException {
        if (!before.equals(after)) {
            MessageTable.update(link, after);
            delta.became(before, after);
            touched.became(before, after);
        }
    }

    void drop(Stored stored) throws SQLException {
        MessageTable.delete(link, stored.id());
        expectations.dropped(stored);
        if (stored.complete()) {
            transaction.release(stored.body());
        }
        delta.went(stored);
        touched.message(stored);
    }

    /** Writes what was done, and how far the mailbox is now. */
    void finish() throws SQLException {
        if (!touched.isEmpty()) {
            ChangeTable.insert(transaction, mailbox.number(), touched);
        }
        Mailbox.Standing now = standing();
        if (!now.equals(mailbox.standing())) {
            MailboxTable.stand(link, mailbox.number(), now);
        }
    }

    private Mailbox.Standing standing() {
        Mailbox.Standing before = mailbox.standing();
        return new Mailbox.Standing(
                token, before.total() + delta.total(), before.unread() + delta.unread());
    }

    /** Brings what is in memory in step with the database. */
    Delta publish() {
        mailbox.stand(standing());
        mailbox.ranks().removed(delta.removed().values());
        mailbox.ranks().added(delta.added().values());
        mailbox.rows().changed(delta.removed().keySet());
        mailbox.rows().changed(delta.added().keySet());
        mailbox.rows().changed(delta.changed());
        mailbox.threads().changed(delta.removed().keySet());
        mailbox.threads().changed(delta.added().keySet());
        return delta;
    }

    Mailbox mailbox() {
        return mailbox;
    }
}
