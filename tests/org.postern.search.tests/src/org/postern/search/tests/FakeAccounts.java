package org.postern.search.tests;

import org.postern.account.Account;
import org.postern.account.AccountListener;
import org.postern.account.Accounts;
import org.postern.account.Authentication;
import org.postern.account.DamagedAccount;
import org.postern.account.Identity;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts that never change. */
record FakeAccounts(List<Account> all) implements Accounts {

    static Account account(String id, String name, String address) {
        ServerSettings settings =
                new ServerSettings(
                        "fake",
                        "mail.example.org",
                        Optional.empty(),
                        "user",
                        Authentication.PASSWORD,
                        Security.TLS,
                        Set.of(),
                        Optional.empty());
        return new Account(
                new AccountId(id),
                name,
                List.of(Identity.of(name, address)),
                settings,
                SyncOptions.DEFAULT);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return all.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    @Override
    public void save(Account account) {
        throw new UnsupportedOperationException("these accounts never change");
    }

    @Override
    public void remove(AccountId id) {
        throw new UnsupportedOperationException("these accounts never change");
    }

    @Override
    public List<DamagedAccount> damaged() {
        return List.of();
    }

    @Override
    public void addListener(AccountListener listener) {
        // They never change.
    }

    @Override
    public void removeListener(AccountListener listener) {
        // They never change.
    }
}
