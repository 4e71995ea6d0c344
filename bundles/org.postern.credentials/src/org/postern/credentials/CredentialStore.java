package org.postern.credentials;

import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.Secret;

import java.util.Optional;

/**
 * Keeps the secrets of accounts; nobody else does. Thread-safe. May ask the operating system and
 * block, so it is never called on the user interface's thread. Failures are {@link
 * org.postern.core.Failure.CredentialsUnavailable}.
 */
public interface CredentialStore {

    /**
     * @return a fresh copy; the caller closes it; empty when there is none
     */
    Optional<Secret> read(AccountId account) throws MailException;

    /** Replaces the account's secret; durable when it returns. The caller closes {@code secret}. */
    void write(AccountId account, Secret secret) throws MailException;

    /** Removes the account's secret if there is one. */
    void forget(AccountId account) throws MailException;

    /**
     * Where the secrets are kept, for the settings page: "the desktop's keyring", "an encrypted
     * file".
     */
    String place();
}
