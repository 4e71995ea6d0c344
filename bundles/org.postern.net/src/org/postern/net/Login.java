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

    public Login {
        Objects.requireNonNull(mechanism, "mechanism");
    }
}
