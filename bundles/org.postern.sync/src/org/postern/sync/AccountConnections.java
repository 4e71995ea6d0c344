package org.postern.sync;

import org.postern.account.Account;
import org.postern.account.ClientCertificate;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.credentials.CredentialStore;
import org.postern.credentials.CredentialStore.Purpose;
import org.postern.net.ConnectRequest;
import org.postern.net.ConnectionObserver;
import org.postern.net.Connector;
import org.postern.net.Observation;
import org.postern.security.ClientCertificates;
import org.postern.security.ClientIdentity;
import org.postern.sync.internal.GuardedConnector;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Makes the connector that a transport is handed for an account: it refuses less protection than
 * was promised, and shows the account's client certificate to servers that ask for one.
 * Thread-safe.
 */
public final class AccountConnections {

    private final Connector connector;
    private final CredentialStore credentials;
    private final ClientCertificates certificates;
    private final BiConsumer<AccountId, String> words;

    /** Hears what servers want told to whom. */
    private static final BiConsumer<AccountId, String> NOBODY = (account, text) -> {};

    /**
     * @param connector makes the connections
     * @param credentials hold the passwords of certificates
     * @param certificates reads them, anew for each connection
     */
    public AccountConnections(
            Connector connector, CredentialStore credentials, ClientCertificates certificates) {
        this(connector, credentials, certificates, NOBODY);
    }

    /**
     * @param words hears what the servers of accounts want shown to their users; called on any
     *     thread, and it must be quick
     */
    public AccountConnections(
            Connector connector,
            CredentialStore credentials,
            ClientCertificates certificates,
            BiConsumer<AccountId, String> words) {
        this.connector = Objects.requireNonNull(connector, "connector");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.certificates = Objects.requireNonNull(certificates, "certificates");
        this.words = Objects.requireNonNull(words, "words");
    }

    /**
     * A connector with the stored password of the account's certificate. It throws {@link
     * org.postern.core.Failure.ClientCertificateRefused} before it connects when the certificate
     * cannot be used.
     *
     * @param least what its connections must hold at least
     */
    public Connector connector(Account account, Security least) {
        return guarded(account, least, () -> credentials.read(account.id(), Purpose.CERTIFICATE));
    }

    /**
     * The same for settings that are not stored yet.
     *
     * @param password of the certificate; the caller closes it after the last connection. Empty
     *     uses the stored one
     */
    public Connector connector(Account account, Security least, Optional<Secret> password) {
        return password.isEmpty()
                ? connector(account, least)
                : guarded(account, least, () -> password.map(Secret::copy));
    }

    /** Gives a secret that its user closes. */
    private interface Passwords {
        Optional<Secret> read() throws MailException;
    }

    private Connector guarded(Account account, Security least, Passwords passwords) {
        return new GuardedConnector(
                listened(account.id()),
                account.id(),
                least,
                server -> identity(account, server, passwords));
    }

    private Connector listened(AccountId account) {
        return (request, monitor) ->
                connector.connect(request.withObserver(listening(account, request)), monitor);
    }

    private ConnectionObserver listening(AccountId account, ConnectRequest request) {
        return seen -> {
            request.observer().seen(seen);
            if (seen instanceof Observation.Told told) {
                words.accept(account, told.text());
            }
        };
    }

    private Optional<ClientIdentity> identity(Account account, Endpoint server, Passwords passwords)
            throws MailException {
        Optional<ClientCertificate> wanted = account.incoming().certificate();
        return wanted.isPresent()
                ? Optional.of(read(wanted.get(), server, passwords))
                : Optional.empty();
    }

    private ClientIdentity read(ClientCertificate wanted, Endpoint server, Passwords passwords)
            throws MailException {
        Optional<Secret> password = passwords.read();
        try {
            return switch (wanted.kind()) {
                case PKCS12 ->
                        certificates.fromFile(server, wanted.location(), wanted.alias(), password);
                case PKCS11 ->
                        certificates.fromToken(server, wanted.location(), wanted.alias(), password);
            };
        } finally {
            password.ifPresent(Secret::close);
        }
    }
}
