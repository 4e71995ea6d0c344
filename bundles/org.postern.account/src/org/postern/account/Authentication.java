package org.postern.account;

/** How the account proves who it is. */
public enum Authentication {
    /** The strongest password mechanism that server and Postern both know. */
    PASSWORD,
    /** None at all: a transport that reads from this machine. */
    NONE
}
