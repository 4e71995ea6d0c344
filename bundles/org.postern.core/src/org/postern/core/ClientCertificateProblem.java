package org.postern.core;

/** What is wrong with the certificate by which this machine should prove who it is. */
public enum ClientCertificateProblem {
    /** The server insists on one, and the account has none. */
    REQUIRED,
    /** The account's certificate is past its time, or not yet valid. */
    EXPIRED,
    /** The server saw it and does not accept it. */
    REJECTED,
    /** The account names one that cannot be read on this machine. */
    UNREADABLE
}
