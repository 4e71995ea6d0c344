package org.postern.cli.internal.store;

import org.postern.account.Account;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.AccountChoice;
import org.postern.cli.internal.Messages;
import org.postern.core.MailboxRole;
import org.postern.core.Text;
import org.postern.store.MailReader;
import org.postern.store.StoredMailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which mailboxes of an account are meant: {@code ACCOUNT} or {@code ACCOUNT/MAILBOX}, where the
 * mailbox is its names from the root with slashes between. An account's name may have a slash.
 *
 * @param whole whether all of its mailboxes are
 */
record Selection(Account account, List<StoredMailbox> mailboxes, boolean whole) {

    /** What the words say, an account once; all accounts where there are no words. */
    static List<Selection> of(List<String> words, AccountChoice accounts, MailReader store)
            throws WrongUsage {
        if (words.isEmpty()) {
            return accounts.some(words).stream().map(account -> all(account, store)).toList();
        }
        Map<Account, Selection> chosen = new LinkedHashMap<>();
        for (String word : words) {
            Selection one = one(word, accounts, store);
            chosen.merge(one.account(), one, Selection::and);
        }
        return List.copyOf(chosen.values());
    }

    /** What one word says. */
    static Selection one(String word, AccountChoice accounts, MailReader store) throws WrongUsage {
        int slash = word.indexOf('/');
        Optional<Account> named = named(word, accounts);
        while (named.isEmpty() && slash >= 0) {
            Optional<Account> account = named(word.substring(0, slash), accounts);
            if (account.isPresent()) {
                return mailbox(account.get(), word.substring(slash + 1), store);
            }
            slash = word.indexOf('/', slash + 1);
        }
        return all(named.isPresent() ? named.get() : accounts.find(word), store);
    }

    private static Optional<Account> named(String word, AccountChoice accounts) {
        try {
            return Optional.of(accounts.find(word));
        } catch (WrongUsage e) { // it may be the beginning of a longer name
            return Optional.empty();
        }
    }

    private static Selection all(Account account, MailReader store) {
        return new Selection(account, store.mailboxes(account.id()), true);
    }

    private static Selection mailbox(Account account, String name, MailReader store)
            throws WrongUsage {
        List<StoredMailbox> there = store.mailboxes(account.id());
        List<StoredMailbox> found =
                there.stream().filter(mailbox -> isNamed(mailbox, name)).toList();
        if (found.isEmpty()) {
            String names =
                    there.stream()
                            .map(mailbox -> "\n  " + String.join("/", mailbox.path()))
                            .collect(Collectors.joining());
            throw new WrongUsage(
                    Messages.format("Store.noMailbox", account.name(), Text.visible(name), names));
        }
        return new Selection(account, found.subList(0, 1), false);
    }

    private static boolean isNamed(StoredMailbox mailbox, String name) {
        boolean inbox = mailbox.role() == MailboxRole.INBOX && name.equalsIgnoreCase("INBOX");
        return inbox || String.join("/", mailbox.path()).equals(name);
    }

    private Selection and(Selection other) {
        List<StoredMailbox> both = new ArrayList<>(mailboxes);
        other.mailboxes().stream().filter(mailbox -> !both.contains(mailbox)).forEach(both::add);
        return new Selection(account, List.copyOf(both), whole || other.whole());
    }
}
