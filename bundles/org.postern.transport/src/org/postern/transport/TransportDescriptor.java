package org.postern.transport;

import org.postern.core.Port;
import org.postern.core.Security;

import java.util.Objects;
import java.util.Optional;

/**
 * A transport as its extension declares it. Reading it loads no class of the transport.
 *
 * @param id what accounts name it by
 * @param scheme of its URLs
 * @param label for people, translated
 * @param protocol the protocol family; twins share it
 * @param security {@link Security#TLS} or {@link Security#NONE}: what it does by itself
 * @param defaultPort empty when it has no server
 * @param twin the transport that the SSL box switches to; empty when it has none
 * @param startTls whether an account may ask for STARTTLS on it
 * @param login whether somebody must log in
 * @param location what kind of place mail comes from
 * @param contributor the bundle that installed it
 */
public record TransportDescriptor(
        String id,
        String scheme,
        String label,
        String protocol,
        Security security,
        Optional<Port> defaultPort,
        Optional<String> twin,
        boolean startTls,
        boolean login,
        Location location,
        String contributor) {

    /** What an account's location is for this transport. */
    public enum Location {
        SERVER,
        FOLDER
    }

    public TransportDescriptor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(defaultPort, "defaultPort");
        Objects.requireNonNull(twin, "twin");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(contributor, "contributor");
        if (security == Security.STARTTLS) {
            throw new IllegalArgumentException(
                    id + ": STARTTLS is an account's choice on a plain transport");
        }
        if (startTls && security == Security.TLS) {
            throw new IllegalArgumentException(id + ": a TLS transport has nothing to upgrade");
        }
    }

    /** The same without a twin. */
    TransportDescriptor withoutTwin() {
        return new TransportDescriptor(
                id,
                scheme,
                label,
                protocol,
                security,
                defaultPort,
                Optional.empty(),
                startTls,
                login,
                location,
                contributor);
    }
}
