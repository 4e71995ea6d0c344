package org.postern.net;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Security;

import java.util.Objects;

/**
 * A wish for a connection.
 *
 * @param account whose; policies and pins are per account
 * @param endpoint where to
 * @param security how; what it promises holds or the connection fails
 * @param dialect what is spoken there
 * @param timeouts how long to wait
 */
public record ConnectRequest(
        AccountId account,
        Endpoint endpoint,
        Security security,
        Dialect dialect,
        Timeouts timeouts) {

    public ConnectRequest {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(timeouts, "timeouts");
    }
}
