package org.postern.core;

/** What kept a login from being tied to the connection that it came over (RFC 5056). */
public enum BindingProblem {
    /** The server offers no mechanism that does it, and did once. */
    NOT_OFFERED,
    /** The server offers one, but this connection has nothing to bind to, and had once. */
    UNABLE,
    /** The server did it once and refuses it now. */
    REFUSED,
    /** The server's end of the connection is another one than ours. */
    DIFFERS,
    /** The server says that it offers one, and its offer did not arrive. */
    STRIPPED
}
