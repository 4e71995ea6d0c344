package org.postern.app.internal;

import org.postern.account.Account;
import org.postern.core.MailboxRole;
import org.postern.demo.DemoServer;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;

import java.util.List;
import java.util.Optional;

/** Picks the message that a picture of the window shows. */
final class Showcase {

    private Showcase() {}

    /** The demo's own choice, else the newest message of the first inbox that has one. */
    static Optional<MessageRow> of(Services services) {
        List<MessageRow> rows =
                services.accounts().all().stream()
                        .flatMap(account -> inbox(services, account).stream())
                        .flatMap(inbox -> services.store().rows(inbox.id()).stream())
                        .filter(MessageRow::complete)
                        .toList();
        return rows.stream()
                .filter(row -> row.subject().equals(DemoServer.SHOWCASE))
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    private static Optional<StoredMailbox> inbox(Services services, Account account) {
        return services.store().mailboxes(account.id()).stream()
                .filter(mailbox -> mailbox.role() == MailboxRole.INBOX)
                .findFirst();
    }
}
