package org.postern.security.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one server.
 *
 * @param pinned by the user
 * @param accepted the last one
 * @param boundSince when a login was first tied to the connection
 */
public record Known(
        Optional<X509Certificate> pinned,
        Optional<X509Certificate> accepted,
        Optional<Instant> boundSince) {

    public static final Known NOTHING =
            new Known(Optional.empty(), Optional.empty(), Optional.empty());

    public Known withPin(X509Certificate leaf) {
        return new Known(Optional.of(leaf), accepted, boundSince);
    }

    public Known withAccepted(X509Certificate leaf) {
        return new Known(pinned, Optional.of(leaf), boundSince);
    }

    /** Without any certificate. */
    public Known withoutCertificates() {
        return new Known(Optional.empty(), Optional.empty(), boundSince);
    }

    /** The first time stays. */
    public Known bound(Instant now) {
        return new Known(pinned, accepted, boundSince.or(() -> Optional.of(now)));
    }

    public Known unbound() {
        return new Known(pinned, accepted, Optional.empty());
    }
}
