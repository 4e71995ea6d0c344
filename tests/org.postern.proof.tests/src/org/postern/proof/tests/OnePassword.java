package org.postern.proof.tests;

import org.postern.core.AccountId;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;
import org.postern.testing.Dovecot;

import java.util.Optional;

/** The same password for everybody, as the server of these tests has it. */
final class OnePassword implements CredentialStore {

    @Override
    public Optional<Secret> read(AccountId account, Purpose purpose) {
        return Optional.of(Secret.of(Dovecot.JOE.password().toCharArray()));
    }

    @Override
    public Optional<Secret> read(AccountId account) {
        return read(account, Purpose.LOGIN);
    }

    @Override
    public void write(AccountId account, Purpose purpose, Secret secret) {
        throw new IllegalStateException("nobody changes the password here");
    }

    @Override
    public void forget(AccountId account, Purpose purpose) {
        throw new IllegalStateException("nobody forgets the password here");
    }

    @Override
    public void forget(AccountId account) {
        throw new IllegalStateException("nobody forgets the password here");
    }

    @Override
    public String place() {
        return "nowhere";
    }
}
