package org.postern.testing;

import java.io.IOException;

/** A real mail server of a test's own, on free loopback ports. Safe for any thread. */
public interface MailServer extends AutoCloseable {

    /** A name for it that its certificate has. */
    default String host() {
        return "localhost";
    }

    /** IMAP in clear; STARTTLS is offered. */
    int imapPort();

    /** IMAP under TLS from the first byte. */
    int imapsPort();

    /** POP3 in clear; STLS is offered. */
    int popPort();

    /** POP3 under TLS from the first byte. */
    int popsPort();

    /** The user whose mail it has. */
    TestUser user();

    /** All that it has logged so far. */
    String log();

    /** A client that is logged in, to arrange mail. The caller closes it. */
    default RawImap raw() throws IOException {
        return RawImap.tls("127.0.0.1", imapsPort()).login(user().name(), user().password());
    }

    /** Stops the server with all its processes and removes its folder. */
    @Override
    void close() throws IOException;
}
