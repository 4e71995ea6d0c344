package org.postern.sync.tests;

import org.postern.core.AccountId;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory. */
final class FakeCredentials implements CredentialStore {

    private final Map<Slot, char[]> secrets = new ConcurrentHashMap<>();

    private record Slot(AccountId account, Purpose purpose) {}

    @Override
    public Optional<Secret> read(AccountId account, Purpose purpose) {
        return Optional.ofNullable(secrets.get(new Slot(account, purpose))).map(Secret::of);
    }

    @Override
    public Optional<Secret> read(AccountId account) {
        return read(account, Purpose.LOGIN);
    }

    @Override
    public void write(AccountId account, Purpose purpose, Secret secret) {
        secrets.put(new Slot(account, purpose), secret.characters());
    }

    void put(AccountId account, String password) {
        put(account, Purpose.LOGIN, password);
    }

    void put(AccountId account, Purpose purpose, String password) {
        secrets.put(new Slot(account, purpose), password.toCharArray());
    }

    @Override
    public void forget(AccountId account, Purpose purpose) {
        secrets.remove(new Slot(account, purpose));
    }

    @Override
    public void forget(AccountId account) {
        secrets.keySet().removeIf(slot -> slot.account().equals(account));
    }

    @Override
    public String place() {
        return "memory";
    }
}
