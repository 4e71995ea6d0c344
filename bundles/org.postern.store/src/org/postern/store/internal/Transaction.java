package org.postern.store.internal;

import org.postern.store.MailboxId;
import org.postern.store.StoreChange;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes durable at once, and what is to be done in memory and told after that. */
final class Transaction {

    private final Link link;
    private final Numbers numbers;
    private final Mailboxes mailboxes;
    private final Map<Mailbox, MailboxEdit> edits = new LinkedHashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<StoreChange> told = new ArrayList<>();
    private boolean numbered;
    private boolean released;

    Transaction(Link link, Numbers numbers, Mailboxes mailboxes) {
        this.link = link;
        this.numbers = numbers;
        this.mailboxes = mailboxes;
    }

    Link link() {
        return link;
    }

    /** A number for a message, a mailbox, an intent or a body. */
    long number() {
        numbered = true;
        return numbers.next();
    }

    MailboxEdit edit(Mailbox mailbox) {
        return edits.computeIfAbsent(mailbox, m -> new MailboxEdit(this, m));
    }

    /** The same for one that may be gone. */
    Optional<MailboxEdit> edit(long mailbox) {
        return mailboxes.find(new MailboxId(mailbox)).map(this::edit);
    }

    /** A message does not have that body any more. */
    void release(long body) throws SQLException {
        BodyTable.release(link, body);
        released = true;
    }

    /** Whether room became free. */
    boolean released() {
        return released;
    }

    /** Says that bodies may have become unused in another way than by {@link #release}. */
    void releasedSome() {
        released = true;
    }

    /** To be told when all is durable. */
    void tell(StoreChange change) {
        told.add(change);
    }

    /** To be done in memory when all is durable. */
    void then(Runnable work) {
        afterwards.add(work);
    }

    /** Writes what comes last before the commit. */
    void finish() throws SQLException {
        for (MailboxEdit edit : edits.values()) {
            edit.finish();
        }
        if (released) {
            BodyTable.sweep(link);
        }
        if (numbered) {
            numbers.write(link);
        }
    }

    /** Brings memory in step, and says what there is to tell. */
    List<StoreChange> publish() {
        afterwards.forEach(Runnable::run);
        List<StoreChange> changes = new ArrayList<>(told);
        for (MailboxEdit edit : edits.values()) {
            Delta delta = edit.publish();
            if (delta.visible()) {
                changes.add(delta.of(edit.mailbox().account(), edit.mailbox().id()));
            }
        }
        return changes;
    }
}
