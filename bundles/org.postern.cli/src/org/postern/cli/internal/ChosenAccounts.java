package org.postern.cli.internal;

import org.postern.account.Account;
import org.postern.account.AccountListener;
import org.postern.account.Accounts;
import org.postern.account.DamagedAccount;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.util.List;
import java.util.Optional;

/**
 * Some of the stored accounts, as they were read; a command changes none.
 *
 * @param all they
 */
record ChosenAccounts(List<Account> all) implements Accounts {

    ChosenAccounts {
        all = List.copyOf(all);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return all.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    @Override
    public void save(Account account) throws MailException {
        throw refused();
    }

    @Override
    public void remove(AccountId id) throws MailException {
        throw refused();
    }

    private static MailException refused() {
        return new MailException(
                new Failure.BadSettings(Messages.format("ChosenAccounts.readOnly")));
    }

    @Override
    public List<DamagedAccount> damaged() {
        return List.of();
    }

    @Override
    public void addListener(AccountListener listener) {
        // nothing will change
    }

    @Override
    public void removeListener(AccountListener listener) {
        // nobody was added
    }
}
