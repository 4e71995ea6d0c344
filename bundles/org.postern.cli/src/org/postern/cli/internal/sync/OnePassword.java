package org.postern.cli.internal.sync;

import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;

import java.util.Optional;

/**
 * A password that was handed over, in the place of the stored one; nothing is written.
 *
 * @param password of the only account; closed by whoever made it
 * @param stored has all other secrets
 */
record OnePassword(Secret password, CredentialStore stored) implements CredentialStore {

    @Override
    public Optional<Secret> read(AccountId account, Purpose purpose) throws MailException {
        return purpose == Purpose.LOGIN
                ? Optional.of(password.copy())
                : stored.read(account, purpose);
    }

    @Override
    public void write(AccountId account, Purpose purpose, Secret secret) throws MailException {
        stored.write(account, purpose, secret);
    }

    @Override
    public void forget(AccountId account, Purpose purpose) throws MailException {
        stored.forget(account, purpose);
    }

    @Override
    public void forget(AccountId account) throws MailException {
        stored.forget(account);
    }

    @Override
    public String place() {
        return stored.place();
    }
}
