package org.postern.imap.tests;

import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.TestMail;
import org.postern.transport.MailSession;

import java.io.IOException;

/**
 * A way to meet a real Dovecot: over each kind of protection, with all extensions and with none. A
 * test that names it is extended with {@link Ways}.
 */
enum Way {
    CLEAR(Security.NONE, ""),
    STARTTLS(Security.STARTTLS, ""),
    TLS(Security.TLS, ""),
    CONDSTORE_ONLY(Security.TLS, Way.BARE + " ENABLE CONDSTORE ESEARCH UIDPLUS IDLE LITERAL+"),
    NO_EXTENSION(Security.TLS, Way.BARE);

    private static final String BARE = "IMAP4rev1 AUTH=PLAIN STARTTLS";

    final Security security;
    final String capabilities;

    Way(Security security, String capabilities) {
        this.security = security;
        this.capabilities = capabilities;
    }

    boolean knowsUids() {
        return this != NO_EXTENSION;
    }

    Dovecot server() {
        return Ways.server(this);
    }

    MailSession open() throws MailException {
        return Sessions.open(server(), security);
    }

    /** An empty mailbox of its own for a test. */
    String mailbox(String name) throws IOException {
        try (RawImap raw = server().raw()) {
            raw.create(name);
        }
        return name;
    }

    long append(String mailbox, String subject, String... flags) throws IOException {
        return server().append(mailbox, TestMail.subject(subject).bytes(), flags);
    }
}
