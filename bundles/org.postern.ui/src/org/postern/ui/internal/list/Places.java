package org.postern.ui.internal.list;

import org.postern.store.MailboxId;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.folders.MailboxNames;

import java.util.HashMap;
import java.util.Map;

/**
 * In which account and mailbox messages lie, in words, for lists over several of them. Only for the
 * user interface's thread.
 */
final class Places {

    private final Services services;
    private final Map<MailboxId, String> known = new HashMap<>();

    Places(Services services) {
        this.services = services;
    }

    /** Whether the messages of such a list lie in several places. */
    static boolean several(Shown shown) {
        return shown instanceof Shown.Everywhere || shown instanceof Shown.Found;
    }

    /** Empty when the mailbox is gone. */
    String of(MailboxId mailbox) {
        return known.computeIfAbsent(
                mailbox, id -> services.store().mailbox(id).map(this::words).orElse(""));
    }

    private String words(StoredMailbox mailbox) {
        String account =
                services.accounts()
                        .find(mailbox.account())
                        .map(found -> found.name())
                        .orElse(mailbox.account().value());
        return Messages.bind(Messages.List_place, account, MailboxNames.path(mailbox));
    }

    /** Mailboxes and accounts may be called otherwise by now. */
    void forget() {
        known.clear();
    }
}
