package org.postern.account;

import java.util.Objects;

/**
 * Where the certificate lies by which an account proves who it is. Its password or PIN is in the
 * credential store, never here.
 *
 * @param kind how it is kept
 * @param location the path of a PKCS#12 file, or of the PKCS#11 module's library
 * @param alias which one, when there are several; empty takes the only one
 */
public record ClientCertificate(Kind kind, String location, String alias) {

    /** How a certificate and its key are kept. */
    public enum Kind {
        /** A file (RFC 7292). */
        PKCS12,
        /** A token such as a smart card, which keeps the key to itself. */
        PKCS11
    }

    public ClientCertificate {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(alias, "alias");
        if (location.isBlank()) {
            throw new IllegalArgumentException("a client certificate without a place");
        }
    }
}
