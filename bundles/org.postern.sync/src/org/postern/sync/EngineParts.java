package org.postern.sync;

import org.postern.account.Accounts;
import org.postern.credentials.CredentialStore;
import org.postern.net.Connector;
import org.postern.security.PortPolicies;
import org.postern.store.MailStore;
import org.postern.transport.Transports;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What an engine works with. The engine closes none of it.
 *
 * @param states the folder in which lasting account states are remembered; made when it is not
 *     there
 */
public record EngineParts(
        Accounts accounts,
        CredentialStore credentials,
        MailStore store,
        Transports transports,
        PortPolicies ports,
        Connector connector,
        Path states) {

    public EngineParts {
        Objects.requireNonNull(accounts, "accounts");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(transports, "transports");
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(connector, "connector");
        Objects.requireNonNull(states, "states");
    }
}
