package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.MailAccounts;
import org.postern.demo.internal.net.Conversation;
import org.postern.demo.internal.net.LineTooLong;
import org.postern.demo.internal.net.Wire;

import java.io.IOException;

import javax.net.ssl.SSLContext;

/** One IMAP connection, RFC 3501 with the extensions that {@link Greeting} lists. */
public final class ImapConversation implements Conversation {
    private static final int MAX_MISTAKES = 30;

    private final Wire wire;
    private final ImapSession session;
    private final Verbs verbs;
    private final CommandReader reader;
    private int mistakes;

    /**
     * Prepares a conversation.
     *
     * @param tls for STARTTLS
     */
    public ImapConversation(Wire wire, MailAccounts accounts, SSLContext tls) {
        this.wire = wire;
        this.session = new ImapSession(wire);
        this.verbs = new Verbs(accounts, tls);
        this.reader = new CommandReader(wire);
    }

    @Override
    public void run() throws IOException {
        wire.line("* " + Answer.ok(Greeting.code(session), "Postern demo at your service").line());
        wire.flush();
        try {
            while (!session.over()) {
                answerOne();
            }
        } catch (LineTooLong e) {
            wire.line("* BYE Line too long").flush();
        }
    }

    private void answerOne() throws IOException {
        try {
            obey(new Args(reader.read(known())));
        } catch (CommandReader.TooBig e) {
            String refusal = e.tag() + " " + Answer.no("TOOBIG", "Literal too big").line();
            wire.line(e.canGoOn() ? refusal : "* BYE Literal too big").flush();
            if (!e.canGoOn()) {
                session.end();
            }
        }
    }

    private boolean known() {
        return session.state() != ImapSession.State.NOT_AUTHENTICATED;
    }

    private void obey(Args args) throws IOException {
        String tag = tag(args);
        session.begin(tag);
        if (tag.isEmpty()) {
            wire.line("* BAD No tag").flush();
            countMistake();
            return;
        }
        Answer answer = answer(args);
        wire.line(tag + " " + answer.line()).flush();
        if (answer.status().equals("BAD")) {
            countMistake();
        }
        session.runStep();
    }

    private static String tag(Args args) {
        try {
            String tag = args.run("(){%*\"\\+");
            args.space();
            return tag;
        } catch (Refusal e) {
            return "";
        }
    }

    private void countMistake() throws IOException {
        if (++mistakes > MAX_MISTAKES) {
            session.end();
            wire.line("* BYE Too many mistakes").flush();
        }
    }

    private Answer answer(Args args) throws IOException {
        try {
            Verbs.Entry entry = entry(args);
            if (session.state().compareTo(entry.least()) < 0) {
                throw Refusal.bad("Not possible in this state");
            }
            Answer answer = entry.verb().run(session, args);
            session.report(entry.mayExpunge());
            return answer;
        } catch (Refusal e) {
            return e.answer();
        }
    }

    private Verbs.Entry entry(Args args) {
        String word = args.word();
        String name = word.equals("UID") ? word + " " + args.space().word() : word;
        return verbs.find(name).orElseThrow(() -> Refusal.bad("Unknown command"));
    }
}
