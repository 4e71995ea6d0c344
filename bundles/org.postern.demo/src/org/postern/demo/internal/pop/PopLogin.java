package org.postern.demo.internal.pop;

import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.MailAccounts;
import org.postern.demo.internal.net.PlainCredentials;
import org.postern.demo.internal.net.Wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** USER and PASS of RFC 1939, AUTH PLAIN of RFC 5034. */
final class PopLogin {
    private static final int LINE_LIMIT = 4_096;

    private final Wire wire;
    private final MailAccounts accounts;
    private Optional<String> user = Optional.empty();

    PopLogin(Wire wire, MailAccounts accounts) {
        this.wire = wire;
        this.accounts = accounts;
    }

    void user(String name) throws IOException {
        if (name.isBlank()) {
            throw new PopRefusal("USER needs a name");
        }
        user = Optional.of(name.strip());
        wire.line("+OK And the password?");
    }

    MailAccount pass(String password) {
        String name = user.orElseThrow(() -> new PopRefusal("USER first"));
        forget();
        return require(accounts.login(name, password.getBytes(StandardCharsets.UTF_8)));
    }

    MailAccount auth(String rest) throws IOException {
        String[] words = rest.strip().split(" +", 2);
        if (!words[0].equalsIgnoreCase("PLAIN")) {
            throw new PopRefusal("Only PLAIN is known here");
        }
        String response = words.length > 1 ? words[1] : ask();
        PlainCredentials credentials =
                PlainCredentials.parse(response)
                        .orElseThrow(() -> new PopRefusal("Cancelled, or not a PLAIN response"));
        return require(accounts.login(credentials.user(), credentials.password()));
    }

    private String ask() throws IOException {
        wire.line("+ ").flush();
        return new String(wire.readLine(LINE_LIMIT), StandardCharsets.US_ASCII);
    }

    private static MailAccount require(Optional<MailAccount> account) {
        return account.orElseThrow(() -> new PopRefusal("[AUTH] Wrong user or password"));
    }

    /** Nothing that was said in clear is remembered behind the handshake. */
    void forget() {
        user = Optional.empty();
    }
}
