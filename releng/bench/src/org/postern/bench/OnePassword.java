package org.postern.bench;

import org.postern.core.AccountId;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;

import java.util.Optional;

/** The same password for everybody. */
record OnePassword(String password) implements CredentialStore {

    @Override
    public Optional<Secret> read(AccountId account, Purpose purpose) {
        return Optional.of(Secret.of(password.toCharArray()));
    }

    @Override
    public void write(AccountId account, Purpose purpose, Secret secret) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(AccountId account, Purpose purpose) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String place() {
        return "nowhere";
    }

    @Override
    public String toString() {
        return "OnePassword[…]";
    }
}
