package org.postern.account;

import org.postern.core.Port;
import org.postern.core.Security;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where an account's mail comes from and how.
 *
 * @param transport the id of an installed transport; it need not be installed at the moment
 * @param location a host name or, for a transport whose mail lies in a folder, that folder's path
 * @param port what the user typed; empty means what the port policy says at the time of connecting
 * @param user the name to log in with; may be empty where nobody logs in
 * @param authentication how the account proves who it is
 * @param security what the user was promised; a TLS transport never uses less than {@link
 *     Security#TLS}
 * @param mechanisms SASL mechanisms that are off by default and that the user allows for this
 *     account; upper case
 * @param certificate shown when the server asks for one; empty shows none
 */
public record ServerSettings(
        String transport,
        String location,
        Optional<Port> port,
        String user,
        Authentication authentication,
        Security security,
        Set<String> mechanisms,
        Optional<ClientCertificate> certificate) {

    public ServerSettings {
        if (transport.isBlank()) {
            throw new IllegalArgumentException("settings without a transport");
        }
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(authentication, "authentication");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(certificate, "certificate");
        mechanisms = Set.copyOf(mechanisms);
    }

    /** Settings with nothing that is off by default and without a certificate. */
    public ServerSettings(
            String transport,
            String location,
            Optional<Port> port,
            String user,
            Authentication authentication,
            Security security) {
        this(transport, location, port, user, authentication, security, Set.of(), Optional.empty());
    }

    /** The same with another transport, security and port: what the SSL box changes. */
    public ServerSettings switched(
            String newTransport, Security newSecurity, Optional<Port> newPort) {
        return new ServerSettings(
                newTransport,
                location,
                newPort,
                user,
                authentication,
                newSecurity,
                mechanisms,
                certificate);
    }

    /** The same with another port. */
    public ServerSettings withPort(Optional<Port> newPort) {
        return switched(transport, security, newPort);
    }
}
