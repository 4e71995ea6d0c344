package org.postern.sync.tests;

import org.postern.core.AccountId;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords in memory. */
final class FakeCredentials implements CredentialStore {

    private final Map<AccountId, char[]> secrets = new ConcurrentHashMap<>();

    @Override
    public Optional<Secret> read(AccountId account) {
        return Optional.ofNullable(secrets.get(account)).map(Secret::of);
    }

    @Override
    public void write(AccountId account, Secret secret) {
        secrets.put(account, secret.characters());
    }

    void put(AccountId account, String password) {
        secrets.put(account, password.toCharArray());
    }

    @Override
    public void forget(AccountId account) {
        secrets.remove(account);
    }

    @Override
    public String place() {
        return "memory";
    }
}
