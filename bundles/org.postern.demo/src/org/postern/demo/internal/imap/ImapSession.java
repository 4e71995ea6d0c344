package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.net.Wire;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the server knows of one client: who it is, its mailbox and what it switched on. */
final class ImapSession {
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

    private final Wire wire;
    private final Set<Feature> enabled = EnumSet.noneOf(Feature.class);
    private Optional<MailAccount> account = Optional.empty();
    private Optional<Selected> selected = Optional.empty();
    private Optional<Step> next = Optional.empty();
    private String tag = "";
    private boolean over;

    ImapSession(Wire wire) {
        this.wire = wire;
    }

    /** Tells the client what has changed in its mailbox. */
    void report(boolean mayExpunge) throws IOException {
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

    void begin(String newTag) {
        tag = newTag;
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

    /** Does what a command left for the time after its answer. */
    void runStep() throws IOException {
        Optional<Step> step = next;
        next = Optional.empty();
        if (step.isPresent()) {
            step.get().run();
        }
    }

    /** Ends the conversation after the present command. */
    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }
}
