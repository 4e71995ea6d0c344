package org.postern.demo.internal.pop;

import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.MailAccounts;
import org.postern.demo.internal.net.Conversation;
import org.postern.demo.internal.net.LineTooLong;
import org.postern.demo.internal.net.Wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** One POP3 connection, RFC 1939 with the extensions of RFC 2449, 2595 and 5034. */
public final class PopConversation implements Conversation {
    private static final int LINE_LIMIT = 4_096;
    private static final int MAX_MISTAKES = 30;

    private final Wire wire;
    private final PopLogin login;
    private final SSLContext tls;
    private Optional<MailAccount> account = Optional.empty();
    private Optional<PopMail> mail = Optional.empty();
    private boolean over;
    private int mistakes;

    /**
     * Prepares a conversation.
     *
     * @param tls for STLS
     */
    public PopConversation(Wire wire, MailAccounts accounts, SSLContext tls) {
        this.wire = wire;
        this.login = new PopLogin(wire, accounts);
        this.tls = tls;
    }

    @Override
    public void run() throws IOException {
        wire.line("+OK Postern demo at your service").flush();
        try {
            while (!over) {
                answerOne();
            }
        } catch (LineTooLong e) {
            wire.line("-ERR Line too long").flush();
        } finally {
            leave();
        }
    }

    private void leave() {
        account.ifPresent(MailAccount::endPop);
        account = Optional.empty();
    }

    private void answerOne() throws IOException {
        String line = new String(wire.readLine(LINE_LIMIT), StandardCharsets.UTF_8);
        String[] words = line.split(" ", 2);
        try {
            obey(words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : "");
        } catch (PopRefusal e) {
            over = ++mistakes > MAX_MISTAKES;
            wire.line("-ERR " + e.getMessage());
        }
        if (!wire.pipelined()) {
            wire.flush();
        }
    }

    private void obey(String verb, String rest) throws IOException {
        switch (verb) {
            case "CAPA" -> capabilities();
            case "QUIT" -> quit();
            default -> {
                if (mail.isPresent()) {
                    mail.get().obey(verb, rest);
                } else {
                    beforeLogin(verb, rest);
                }
            }
        }
    }

    private void beforeLogin(String verb, String rest) throws IOException {
        switch (verb) {
            case "STLS" -> startTls();
            case "USER" -> login.user(rest);
            case "PASS" -> enter(login.pass(rest));
            case "AUTH" -> enter(login.auth(rest));
            default -> throw new PopRefusal("Unknown command, or log in first");
        }
    }

    private void enter(MailAccount owner) throws IOException {
        if (!owner.beginPop()) {
            throw new PopRefusal("[IN-USE] Another session has the maildrop");
        }
        account = Optional.of(owner);
        Maildrop drop = new Maildrop(owner);
        mail = Optional.of(new PopMail(wire, drop));
        wire.line("+OK " + drop.numbers().size() + " messages");
    }

    private void startTls() throws IOException {
        if (wire.secured()) {
            throw new PopRefusal("TLS is there already");
        }
        wire.line("+OK Begin TLS now").flush();
        login.forget();
        wire.secure(tls);
    }

    private void capabilities() throws IOException {
        wire.line("+OK Capabilities");
        for (String name : "TOP UIDL USER RESP-CODES AUTH-RESP-CODE PIPELINING".split(" ")) {
            wire.line(name);
        }
        wire.line("SASL PLAIN").line("EXPIRE NEVER").line("IMPLEMENTATION Postern-demo");
        if (mail.isEmpty() && !wire.secured()) {
            wire.line("STLS");
        }
        wire.line(".");
    }

    private void quit() throws IOException {
        mail.ifPresent(PopMail::update);
        leave();
        wire.line("+OK See you soon");
        over = true;
    }
}
