package org.postern.demo.internal.imap;

import java.io.IOException;

import javax.net.ssl.SSLContext;

/** STARTTLS, RFC 9051 section 6.2.1.. */
final class StartTls implements Verb {
    private final SSLContext tls;

    StartTls(SSLContext tls) {
        this.tls = tls;
    }

    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        args.end();
        boolean stranger = session.state() == ImapSession.State.NOT_AUTHENTICATED;
        if (!stranger || session.wire().secured()) {
            throw Refusal.bad("STARTTLS is not possible now");
        }
        session.afterAnswer(() -> session.wire().secure(tls));
        return Answer.ok("Begin TLS now");
    }
}
