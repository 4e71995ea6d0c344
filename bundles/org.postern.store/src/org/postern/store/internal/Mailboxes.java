package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.StoreChange;
import org.postern.store.StoredMailbox;
import org.postern.store.UserIntents.Intent;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All mailboxes of all accounts. */
final class Mailboxes {

    private final Map<MailboxId, Mailbox> byId = new ConcurrentHashMap<>();

    static Mailboxes load(Link link) throws SQLException {
        Mailboxes mailboxes = new Mailboxes();
        for (Mailbox mailbox : MailboxTable.all(link)) {
            IntentTable.load(link, mailbox);
            mailboxes.byId.put(mailbox.id(), mailbox);
        }
        return mailboxes;
    }

    Optional<Mailbox> find(MailboxId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Mailbox> all() {
        return List.copyOf(byId.values());
    }

    List<Mailbox> of(AccountId account) {
        return byId.values().stream().filter(m -> m.account().equals(account)).toList();
    }

    List<StoredMailbox> stored(AccountId account) {
        return MailboxTree.ordered(of(account).stream().map(Mailbox::stored).toList());
    }

    List<Intent> intents(AccountId account) {
        return of(account).stream()
                .flatMap(mailbox -> mailbox.pending().all().stream())
                .sorted(Comparator.comparingLong(Intent::number))
                .toList();
    }

    /**
     * Makes the account's mailboxes be these.
     *
     * @return what to tell; empty when they are so already
     */
    Optional<StoreChange> reconcile(
            Transaction transaction, AccountId account, List<MailboxEntry> wanted)
            throws SQLException {
        Map<String, Mailbox> gone = new HashMap<>();
        of(account).forEach(mailbox -> gone.put(mailbox.entry().remoteId(), mailbox));
        int changed = 0;
        for (MailboxEntry entry : distinct(wanted)) {
            Mailbox known = gone.remove(entry.remoteId());
            if (known == null) {
                add(transaction, account, entry);
                changed++;
            } else if (!known.entry().equals(entry)) {
                MailboxTable.update(transaction.link(), known.number(), entry);
                transaction.then(() -> known.become(entry));
                changed++;
            }
        }
        Optional<Mailbox> inbox = inbox(account, gone.values());
        for (Mailbox mailbox : gone.values()) {
            if (inbox.isPresent()) {
                new Redirect(transaction, mailbox, inbox.get()).all();
            }
            remove(transaction, mailbox);
        }
        return changed + gone.size() == 0 ? Optional.empty() : Optional.of(listChanged(account));
    }

    private static Collection<MailboxEntry> distinct(List<MailboxEntry> wanted) {
        Map<String, MailboxEntry> byRemoteId = new LinkedHashMap<>();
        wanted.forEach(entry -> byRemoteId.put(entry.remoteId(), entry));
        return byRemoteId.values();
    }

    private void add(Transaction transaction, AccountId account, MailboxEntry entry)
            throws SQLException {
        MailboxId id = new MailboxId(transaction.number());
        Mailbox mailbox = new Mailbox(id, account, entry, Mailbox.Standing.NEW);
        MailboxTable.insert(transaction.link(), mailbox);
        transaction.then(() -> byId.put(id, mailbox));
    }

    private void remove(Transaction transaction, Mailbox mailbox) throws SQLException {
        MailboxTable.delete(transaction, mailbox.number());
        transaction.then(() -> byId.remove(mailbox.id()));
    }

    /** The account's inbox, unless it goes. */
    private Optional<Mailbox> inbox(AccountId account, Collection<Mailbox> gone) {
        return of(account).stream()
                .filter(mailbox -> mailbox.entry().role() == MailboxRole.INBOX)
                .filter(mailbox -> !gone.contains(mailbox))
                .findFirst();
    }

    /** Forgets all of an account. */
    Optional<StoreChange> forget(Transaction transaction, AccountId account) throws SQLException {
        List<Mailbox> all = new ArrayList<>(of(account));
        for (Mailbox mailbox : all) {
            remove(transaction, mailbox);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(listChanged(account));
    }

    static StoreChange listChanged(AccountId account) {
        return new StoreChange(account, Optional.empty(), Set.of(), Set.of(), Set.of());
    }
}
