package org.postern.security;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Security;

import java.util.Objects;

/**
 * A connection that somebody is about to make, before the first packet.
 *
 * @param account whose
 * @param protocol the protocol family, as the transport's extension names it
 * @param endpoint where to
 * @param security how
 */
public record IntendedConnection(
        AccountId account, String protocol, Endpoint endpoint, Security security) {

    public IntendedConnection {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(security, "security");
    }
}
