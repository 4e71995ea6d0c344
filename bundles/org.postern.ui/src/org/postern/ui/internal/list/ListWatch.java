package org.postern.ui.internal.list;

import org.postern.store.MailReader;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.StoreChange;
import org.postern.store.StoreListener;

import java.util.HashSet;
import java.util.Set;

/** Gathers what the store changed, until the list takes it in. Thread-safe. */
final class ListWatch implements StoreListener, AutoCloseable {

    private final MailReader mail;
    private final Runnable wish;
    private Set<MailboxId> mailboxes = Set.of();
    private Gathered gathered = new Gathered();

    /**
     * What came together.
     *
     * @param others whether messages came or mailboxes changed
     */
    record Changes(Set<MessageId> changed, Set<MessageId> removed, boolean others) {

        boolean none() {
            return changed.isEmpty() && removed.isEmpty() && !others;
        }
    }

    private static final class Gathered {
        private final Set<MessageId> changed = new HashSet<>();
        private final Set<MessageId> removed = new HashSet<>();
        private boolean others;
    }

    /**
     * @param wish told that something changed; must not block
     */
    ListWatch(MailReader mail, Runnable wish) {
        this.mail = mail;
        this.wish = wish;
        mail.addListener(this);
    }

    /** From now on these are of interest. */
    synchronized void follow(Set<MailboxId> some) {
        mailboxes = some;
        gathered = new Gathered();
    }

    @Override
    public void changed(StoreChange change) {
        synchronized (this) {
            if (!change.mailbox().map(mailboxes::contains).orElse(true)) {
                return;
            }
            gathered.changed.addAll(change.changed());
            gathered.removed.addAll(change.removed());
            gathered.others |= !change.added().isEmpty() || change.mailbox().isEmpty();
        }
        wish.run();
    }

    /** What changed since the last time. */
    synchronized Changes take() {
        Gathered all = gathered;
        gathered = new Gathered();
        return new Changes(all.changed, all.removed, all.others);
    }

    @Override
    public void close() {
        mail.removeListener(this);
    }
}
