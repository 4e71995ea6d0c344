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

    /** What a secret opens. */
    enum Purpose {
        /** The server: a password or a token. */
        LOGIN,
        /** The account's client certificate: a file's password or a token's PIN. */
        CERTIFICATE
    }

    /**
     * @return a fresh copy; the caller closes it; empty when there is none
     */
    Optional<Secret> read(AccountId account, Purpose purpose) throws MailException;

    /** Replaces the secret; durable when it returns. The caller closes {@code secret}. */
    void write(AccountId account, Purpose purpose, Secret secret) throws MailException;

    /** Removes this secret if there is one. */
    void forget(AccountId account, Purpose purpose) throws MailException;

    /** Removes all secrets of the account. */
    void forget(AccountId account) throws MailException;

    /** The secret to log in with. */
    default Optional<Secret> read(AccountId account) throws MailException {
        return read(account, Purpose.LOGIN);
    }

    /** Replaces the secret to log in with. */
    default void write(AccountId account, Secret secret) throws MailException {
        write(account, Purpose.LOGIN, secret);
    }

    /**
     * Where the secrets are kept, for the settings page: "the desktop's keyring", "an encrypted
     * file".
     */
    String place();
}
