package org.postern.core;

/** Why a server's certificate was not accepted. */
public enum CertificateProblem {
    /** No path to a trusted authority: the issuer is not known here. */
    UNKNOWN_ISSUER,
    /** The server did not send the certificates between its own and the authority's. */
    INCOMPLETE_CHAIN,
    /** Another certificate than the one that the user pinned for this account. */
    PIN_CHANGED,
    /** The certificate vouches for itself. */
    SELF_SIGNED,
    EXPIRED,
    NOT_YET_VALID,
    /** Sound, but made out to other names (RFC 9525). */
    WRONG_HOST,
    /** Signed with an algorithm, or made with a key, that can be forged. */
    WEAK,
    /**
     * Not made for a server: an authority's own certificate, a version 1 certificate, or one for
     * another use.
     */
    NOT_FOR_SERVERS,
    REVOKED,
    /** Anything else the path check objects to; the failure's detail tells. */
    OTHER
}
