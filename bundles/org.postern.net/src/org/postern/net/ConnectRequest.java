package org.postern.net;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Security;
import org.postern.security.ClientIdentity;

import java.util.Objects;
import java.util.Optional;

/**
 * A wish for a connection.
 *
 * @param account whose; policies and pins are per account
 * @param endpoint where to
 * @param security how; what it promises holds or the connection fails
 * @param dialect what is spoken there
 * @param timeouts how long to wait
 * @param client shown when the server asks for a certificate; empty shows none
 * @param observer looks on
 */
public record ConnectRequest(
        AccountId account,
        Endpoint endpoint,
        Security security,
        Dialect dialect,
        Timeouts timeouts,
        Optional<ClientIdentity> client,
        ConnectionObserver observer) {

    public ConnectRequest {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(observer, "observer");
    }

    /** A wish of somebody without a certificate whom nobody looks at. */
    public ConnectRequest(
            AccountId account,
            Endpoint endpoint,
            Security security,
            Dialect dialect,
            Timeouts timeouts) {
        this(
                account,
                endpoint,
                security,
                dialect,
                timeouts,
                Optional.empty(),
                ConnectionObserver.NOBODY);
    }

    /** The same with a certificate to show. */
    public ConnectRequest withClient(Optional<ClientIdentity> newClient) {
        return new ConnectRequest(
                account, endpoint, security, dialect, timeouts, newClient, observer);
    }

    /** The same with another onlooker. */
    public ConnectRequest withObserver(ConnectionObserver newObserver) {
        return new ConnectRequest(
                account, endpoint, security, dialect, timeouts, client, newObserver);
    }
}
