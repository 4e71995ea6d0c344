package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.MailAccounts;
import org.postern.demo.internal.net.Conversation;
import org.postern.demo.internal.net.LineTooLong;
import org.postern.demo.internal.net.Wire;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLContext;

/** One IMAP connection, RFC 3501 with the extensions that {@link Greeting} lists. */
public final class ImapSession implements Conversation {
    /** The states of RFC 9051 section 3, in the order in which they permit more. */
    enum State {
        NOT_AUTHENTICATED,
        AUTHENTICATED,
        SELECTED
    }

    /** Something to do when the tagged answer is out. */
    interface Step {
        void run() throws IOException;
    }

    private static final int MAX_MISTAKES = 30;

    private final Wire wire;
    private final Verbs verbs;
    private final CommandReader reader;
    private final Set<Feature> enabled = EnumSet.noneOf(Feature.class);
    private Optional<MailAccount> account = Optional.empty();
    private Optional<Selected> selected = Optional.empty();
    private Optional<Step> next = Optional.empty();
    private boolean over;
    private String tag = "";
    private int mistakes;

    /**
     * Prepares a conversation.
     *
     * @param tls for STARTTLS
     */
    public ImapSession(Wire wire, MailAccounts accounts, SSLContext tls) {
        this.wire = wire;
        this.verbs = new Verbs(accounts, tls);
        this.reader = new CommandReader(wire);
    }

    @Override
    public void run() throws IOException {
        wire.line("* " + Answer.ok(Greeting.code(this), "Postern demo at your service").line());
        wire.flush();
        try {
            while (!over) {
                answerOne();
            }
        } catch (LineTooLong e) {
            wire.line("* BYE Line too long").flush();
        }
    }

    private void answerOne() throws IOException {
        try {
            obey(new Args(reader.read(account.isPresent())));
        } catch (CommandReader.TooBig e) {
            over = !e.canGoOn();
            String refusal = Answer.no("TOOBIG", "Literal too big").line();
            wire.line(over ? "* BYE Literal too big" : e.tag() + " " + refusal).flush();
        }
    }

    private void obey(Args args) throws IOException {
        tag = tag(args);
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
        Optional<Step> step = next;
        next = Optional.empty();
        if (step.isPresent()) {
            step.get().run();
        }
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
            over = true;
            wire.line("* BYE Too many mistakes").flush();
        }
    }

    private Answer answer(Args args) throws IOException {
        try {
            Verbs.Entry entry = entry(args);
            if (state().compareTo(entry.least()) < 0) {
                throw Refusal.bad("Not possible in this state");
            }
            Answer answer = entry.verb().run(this, args);
            report(entry.mayExpunge());
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

    /** Tells the client what has changed in its mailbox. */
    private void report(boolean mayExpunge) throws IOException {
        if (selected.isPresent()) {
            for (String news : selected.get().news(mayExpunge)) {
                untagged(news);
            }
        }
    }

    State state() {
        if (selected.isPresent()) {
            return State.SELECTED;
        }
        return account.isPresent() ? State.AUTHENTICATED : State.NOT_AUTHENTICATED;
    }

    /** The present command's tag. */
    String tag() {
        return tag;
    }

    Wire wire() {
        return wire;
    }

    void untagged(String line) throws IOException {
        wire.line("* " + line);
    }

    MailAccount account() {
        return account.orElseThrow(() -> Refusal.bad("Log in first"));
    }

    void enter(MailAccount owner) {
        account = Optional.of(owner);
    }

    Selected selected() {
        return selected.orElseThrow(() -> Refusal.bad("Select a mailbox first"));
    }

    void select(Optional<Selected> mailbox) {
        selected = mailbox;
    }

    boolean has(Feature feature) {
        return enabled.contains(feature);
    }

    /** Switches something on; a mailbox that is open then tells its modification sequence. */
    void enable(Feature feature) throws IOException {
        boolean news = enabled.add(feature);
        if (feature == Feature.QRESYNC) {
            enable(Feature.CONDSTORE);
        } else if (news && feature == Feature.CONDSTORE && selected.isPresent()) {
            untagged("OK [HIGHESTMODSEQ " + selected.get().modSeq() + "] Highest");
        }
    }

    /** Switches something on while the answer tells the modification sequence anyway. */
    void enableSilently(Feature feature) {
        enabled.add(feature);
    }

    /** A mailbox name as this client wants to read it. */
    String nameOut(String name) {
        return ImapText.quote(has(Feature.UTF8) ? name : MailboxName.encode(name));
    }

    /** A mailbox name as this client wrote it. */
    String nameIn(String wireName) {
        return has(Feature.UTF8) ? wireName : MailboxName.decode(wireName);
    }

    void afterAnswer(Step step) {
        next = Optional.of(step);
    }

    /** Ends the conversation after the present command. */
    void end() {
        over = true;
    }
}
