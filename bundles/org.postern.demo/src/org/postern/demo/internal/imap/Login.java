package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.MailAccounts;
import org.postern.demo.internal.net.PlainCredentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** LOGIN and AUTHENTICATE PLAIN with SASL-IR (RFC 9051 section 6.2, RFC 4616). */
final class Login {
    private static final int LINE_LIMIT = 8_192;

    private final MailAccounts accounts;

    Login(MailAccounts accounts) {
        this.accounts = accounts;
    }

    Answer login(ImapSession session, Args args) {
        String user = args.space().astring();
        byte[] password = args.space().astringBytes();
        args.end();
        return enter(session, accounts.login(user, password));
    }

    Answer authenticate(ImapSession session, Args args) throws IOException {
        String mechanism = args.space().word();
        String response = args.skip(' ') ? args.rest() : askFor(session, mechanism);
        if (!mechanism.equals("PLAIN")) {
            throw Refusal.no("CANNOT", "Only PLAIN is known here");
        }
        if (response.equals("*")) {
            throw Refusal.bad("AUTHENTICATE cancelled");
        }
        PlainCredentials credentials =
                PlainCredentials.parse(response)
                        .orElseThrow(() -> Refusal.bad("Not a PLAIN response"));
        return enter(session, accounts.login(credentials.user(), credentials.password()));
    }

    private static String askFor(ImapSession session, String mechanism) throws IOException {
        if (!mechanism.equals("PLAIN")) {
            return "";
        }
        session.wire().line("+ ").flush();
        return new String(session.wire().readLine(LINE_LIMIT), StandardCharsets.US_ASCII);
    }

    private static Answer enter(ImapSession session, Optional<MailAccount> account) {
        if (session.state() != ImapSession.State.NOT_AUTHENTICATED) {
            throw Refusal.bad("Already logged in");
        }
        session.enter(
                account.orElseThrow(
                        () -> Refusal.no("AUTHENTICATIONFAILED", "Wrong user or password")));
        return Answer.ok(Greeting.code(session), "Welcome");
    }
}
