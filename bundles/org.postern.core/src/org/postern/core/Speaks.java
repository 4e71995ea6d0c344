package org.postern.core;

/**
 * What the first bytes of a peer look like. Names are for evidence and messages, not for decisions
 * about trust.
 */
public enum Speaks {
    IMAP,
    POP3,
    SMTP,
    HTTP,
    SSH,
    TLS,
    SOMETHING_ELSE,
    NOTHING
}
