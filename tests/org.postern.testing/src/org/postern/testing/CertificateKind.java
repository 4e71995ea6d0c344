package org.postern.testing;

/**
 * The certificates that a server of a test can present: one sound, the others each wrong in a
 * single way. Unless its line says otherwise a kind is valid now and names {@code localhost},
 * {@code 127.0.0.1}, {@code 127.0.0.2} and {@code ::1}.
 */
public enum CertificateKind {
    /** Nothing wrong: leaf and intermediate, rooted in the CA. */
    SOUND,
    /** Names only {@code elsewhere.example.org}. */
    WRONG_HOST,
    /** Ended a day ago. */
    EXPIRED,
    /** Begins in a day. */
    NOT_YET_VALID,
    /** Signed by its own key, so that no CA vouches for it. */
    SELF_SIGNED,
    /** {@code localhost} as the common name, no subject alternative name (RFC 9525, 6.3). */
    CN_ONLY,
    /** {@code ba*.example.com}, forbidden by RFC 9525, 6.3. */
    PARTIAL_WILDCARD,
    /** {@code *.example.com}, which RFC 9525 allows for exactly one label. */
    WILDCARD,
    /** A sound leaf that is sent without its intermediate. */
    INCOMPLETE_CHAIN,
    /** Signed with SHA-1. */
    SHA1_SIGNATURE,
    /** The leaf is itself allowed to sign certificates. */
    CA_AS_LEAF,
    /** Issued for TLS clients only (extended key usage). */
    CLIENT_ONLY,
    /** An X.509 version 1 certificate: no extensions at all. */
    VERSION_1
}
