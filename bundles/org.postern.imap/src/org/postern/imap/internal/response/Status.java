package org.postern.imap.internal.response;

/** The words that a server judges by (RFC 9051 §7.1). */
public enum Status {
    OK,
    NO,
    BAD,
    BYE,
    PREAUTH
}
