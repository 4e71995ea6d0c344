package org.postern.net;

import java.util.Objects;

/**
 * How somebody proved to be who they are, as it really was.
 *
 * @param mechanism a SASL mechanism's name ({@code SCRAM-SHA-256-PLUS}), or what the protocol calls
 *     its own: {@code LOGIN}, {@code USER}
 * @param secretShown whether the server got to see the password or token itself
 * @param bound whether the proof is tied to this very TLS connection (RFC 5929, RFC 9266)
 */
public record Login(String mechanism, boolean secretShown, boolean bound) {

    /**
     * Whether a password was proven by a mechanism that ties it to the connection (RFC 5801 §4
     * names those -PLUS). A server that can do so once is held to it.
     */
    public boolean isBoundPassword() {
        return bound && mechanism.endsWith("-PLUS");
    }

    public Login {
        Objects.requireNonNull(mechanism, "mechanism");
    }
}
