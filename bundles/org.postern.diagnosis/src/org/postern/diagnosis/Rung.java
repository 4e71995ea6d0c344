package org.postern.diagnosis;

import org.postern.diagnosis.internal.Messages;

/** What must hold for mail to come in, in the order in which it is looked at. */
public enum Rung {
    /** The name of the server is known to the name service. */
    NAME,
    /** There is a way to one of its addresses. */
    ADDRESS,
    /** Something accepts connections on the port. */
    TCP,
    /** It says something. */
    FIRST_BYTES,
    /** It speaks what was expected. */
    PROTOCOL,
    /** Both sides agree on a version and a cipher that are safe. */
    TLS,
    /** An authority that this machine trusts vouches for its certificate. */
    CHAIN,
    /** The certificate is made out to the name that was asked for. */
    IDENTITY,
    /** The server can do what is needed for a login. */
    CAPABILITIES,
    /** The user is let in. */
    LOGIN;

    /** What it is called on screen, in the language of the platform. */
    public String label() {
        return Messages.format("rung." + name());
    }
}
