package org.postern.search.internal.index;

import org.postern.account.Account;
import org.postern.account.Accounts;
import org.postern.core.MailboxRole;
import org.postern.store.MailReader;
import org.postern.store.StoredMailbox;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/** The mailboxes that a word stands for. */
final class Scope {

    private final Accounts accounts;
    private final MailReader store;

    Scope(Accounts accounts, MailReader store) {
        this.accounts = accounts;
        this.store = store;
    }

    /** Mailboxes by role, name or path. */
    Collection<Long> in(String name) {
        String wanted = lower(name);
        return numbers(account -> true, mailbox -> isCalled(mailbox, wanted));
    }

    private static boolean isCalled(StoredMailbox mailbox, String wanted) {
        boolean role =
                mailbox.role() != MailboxRole.NONE && lower(mailbox.role().name()).equals(wanted);
        return role
                || lower(mailbox.name()).equals(wanted)
                || lower(String.join("/", mailbox.path())).equals(wanted);
    }

    /** Mailboxes of accounts by id, a part of the name, or one of the user's own addresses. */
    Collection<Long> of(String name) {
        String wanted = lower(name);
        return numbers(account -> isCalled(account, wanted), mailbox -> true);
    }

    private static boolean isCalled(Account account, String wanted) {
        return account.id().value().equals(wanted)
                || lower(account.name()).contains(wanted)
                || account.identities().stream()
                        .anyMatch(own -> lower(own.address().address()).equals(wanted));
    }

    private Collection<Long> numbers(Predicate<Account> which, Predicate<StoredMailbox> mailboxes) {
        return accounts.all().stream()
                .filter(which)
                .flatMap(account -> store.mailboxes(account.id()).stream())
                .filter(mailboxes)
                .map(mailbox -> mailbox.id().value())
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
