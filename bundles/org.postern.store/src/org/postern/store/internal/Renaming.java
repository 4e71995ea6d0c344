package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.StoreChange;
import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Mailboxes of an account that are known by other names from now on. */
record Renaming(Transaction transaction, Mailboxes mailboxes, AccountId account) {

    /**
     * @param renamed by the old remote id what they are now
     */
    Optional<StoreChange> all(Map<String, MailboxEntry> renamed) throws SQLException {
        Map<String, Mailbox> known = new HashMap<>();
        mailboxes.of(account).forEach(mailbox -> known.put(mailbox.entry().remoteId(), mailbox));
        boolean any = false;
        for (Map.Entry<String, MailboxEntry> each : renamed.entrySet()) {
            String before = each.getKey();
            String after = each.getValue().remoteId();
            if (known.containsKey(before) && !known.containsKey(after)) {
                Mailbox mailbox = known.remove(before);
                known.put(after, mailbox);
                one(mailbox, each.getValue());
                any = true;
            }
        }
        return any ? Optional.of(Mailboxes.listChanged(account)) : Optional.empty();
    }

    private void one(Mailbox mailbox, MailboxEntry now) throws SQLException {
        Link link = transaction.link();
        String before = mailbox.entry().remoteId();
        String after = now.remoteId();
        MailboxTable.update(link, mailbox.number(), now);
        IntentTable.retarget(link, account, before, after);
        transaction.then(() -> mailbox.become(now));
        for (Mailbox source : mailboxes.of(account)) {
            transaction.then(() -> source.pending().retarget(before, after));
        }
    }
}
