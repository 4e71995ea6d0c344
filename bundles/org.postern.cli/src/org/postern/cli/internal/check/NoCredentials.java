package org.postern.cli.internal.check;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;

import java.util.Optional;

/** For accounts that are stored nowhere: nothing is kept, and nothing can be. */
final class NoCredentials implements CredentialStore {

    @Override
    public Optional<Secret> read(AccountId account, Purpose purpose) {
        return Optional.empty();
    }

    @Override
    public void write(AccountId account, Purpose purpose, Secret secret) throws MailException {
        throw new MailException(new Failure.CredentialsUnavailable(place()));
    }

    @Override
    public void forget(AccountId account, Purpose purpose) {
        // there is nothing to forget
    }

    @Override
    public void forget(AccountId account) {
        // there is nothing to forget
    }

    @Override
    public String place() {
        return "nowhere";
    }
}
