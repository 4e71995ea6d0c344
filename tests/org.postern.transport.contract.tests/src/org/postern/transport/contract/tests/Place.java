package org.postern.transport.contract.tests;

import org.postern.testing.RawImap;
import org.postern.testing.TestUser;

import java.io.IOException;
import java.security.cert.X509Certificate;

/** A server with mail of one user for each route. */
interface Place {

    String host();

    int port(Route route);

    TestUser user(Route route);

    /** The authority behind the server's certificate. */
    X509Certificate authority();

    /** A client that looks at the mail without Postern; the caller closes it. */
    RawImap raw(Route route) throws IOException;

    /**
     * Waits until nobody has the mailboxes: a server may keep a maildrop locked for a while after
     * its connection broke (RFC 1939 section 4).
     */
    default void awaitFree(Route route) {}
}
