package org.postern.message;

/** The shape of a message that claims to be signed or encrypted. Nothing has been verified. */
public enum Protection {
    /** multipart/signed or opaque signed data of S/MIME (RFC 8551). */
    SMIME_SIGNED,
    /** Enveloped data of S/MIME. */
    SMIME_ENCRYPTED,
    /** PGP/MIME (RFC 3156) or a clear-signed text. */
    PGP_SIGNED,
    /** PGP/MIME or an armoured text. */
    PGP_ENCRYPTED
}
