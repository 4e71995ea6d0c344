package org.postern.cli.tests;

import org.postern.core.AccountId;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;

import java.util.Optional;

/** Has one password for everybody and keeps nothing. */
final class FakeCredentials implements CredentialStore {

    private final char[] characters;

    private FakeCredentials(char[] characters) {
        this.characters = characters;
    }

    static FakeCredentials of(String characters) {
        return new FakeCredentials(characters.toCharArray());
    }

    @Override
    public Optional<Secret> read(AccountId account, Purpose purpose) {
        return purpose == Purpose.LOGIN ? Optional.of(Secret.of(characters)) : Optional.empty();
    }

    @Override
    public void write(AccountId account, Purpose purpose, Secret secret) {
        throw new AssertionError("nobody writes here");
    }

    @Override
    public void forget(AccountId account, Purpose purpose) {
        throw new AssertionError("nobody forgets here");
    }

    @Override
    public void forget(AccountId account) {
        throw new AssertionError("nobody forgets here");
    }

    @Override
    public String place() {
        return "a test";
    }
}
