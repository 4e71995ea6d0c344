package org.postern.account;

/** How the account proves who it is. */
public enum Authentication {
    /** The strongest password mechanism that server and Postern both know. */
    PASSWORD,
    /** An OAuth 2 access token instead of a password (RFC 7628). */
    TOKEN,
    /** The account's client certificate, by SASL EXTERNAL (RFC 4422 appendix A). */
    CERTIFICATE,
    /** None at all: a transport that reads from this machine. */
    NONE
}
