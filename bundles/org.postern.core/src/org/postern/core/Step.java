package org.postern.core;

/**
 * How far a connection had come when something happened; in the order in which the steps are taken.
 */
public enum Step {
    RESOLVE,
    CONNECT,
    HANDSHAKE,
    GREETING,
    STARTTLS,
    LOGIN,
    MAIL
}
