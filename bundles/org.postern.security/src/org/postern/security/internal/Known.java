package org.postern.security.internal;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What is known of one server.
 *
 * @param pinned by the user
 * @param accepted the last one
 */
public record Known(Optional<X509Certificate> pinned, Optional<X509Certificate> accepted) {

    public static final Known NOTHING = new Known(Optional.empty(), Optional.empty());

    public Known withPin(X509Certificate leaf) {
        return new Known(Optional.of(leaf), accepted);
    }

    public Known withAccepted(X509Certificate leaf) {
        return new Known(pinned, Optional.of(leaf));
    }
}
