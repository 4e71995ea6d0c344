package org.postern.imap.internal.session;

import org.postern.imap.internal.response.Capabilities;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Condition;
import org.postern.imap.internal.response.Exists;
import org.postern.imap.internal.response.Expunged;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.imap.internal.response.Status;
import org.postern.imap.internal.response.Vanished;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** What a server told, asked or not, and a session keeps. */
final class Told {

    private static final String ALERT = "ALERT";

    private final Failures failures;
    private final Consumer<String> alerts;
    private Capabilities capabilities = Capabilities.NONE;
    private Optional<Selection> selection = Optional.empty();
    private int capabilityNews;

    /**
     * @param alerts hears what is for a person
     */
    Told(Failures failures, Consumer<String> alerts) {
        this.failures = failures;
        this.alerts = alerts;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    void capabilities(Capabilities now) {
        capabilities = now;
        capabilityNews++;
    }

    /** How often capabilities were told so far: after a login the old ones do not hold. */
    int capabilityNews() {
        return capabilityNews;
    }

    /** The mailbox that is open. */
    Optional<Selection> selection() {
        return selection;
    }

    void selection(Optional<Selection> now) {
        selection = now;
    }

    /**
     * @throws EOFException after BYE
     */
    void take(Response response) throws IOException {
        switch (response) {
            case Capabilities told -> capabilities(told);
            case Condition condition -> take(condition);
            case Exists now -> selection.ifPresent(s -> s.exists(now.count()));
            case Expunged one -> selection.ifPresent(s -> s.gone(1));
            case Vanished gone -> selection.ifPresent(s -> s.gone(gone.uids().size()));
            case Fetched changed -> selection.ifPresent(Selection::touched);
            default -> {
                // everything else is nothing that a session keeps
            }
        }
    }

    private void take(Condition condition) throws IOException {
        condition.code().ifPresent(code -> learn(code, condition.text()));
        if (condition.status() == Status.BYE) {
            failures.lastWords(condition);
            throw new EOFException("BYE");
        }
    }

    /** What a failed login says is in its failure already, and need not be told twice. */
    void heed(Completion completion, boolean loggedIn) {
        boolean twice = !completion.ok() && !loggedIn;
        completion
                .code()
                .filter(code -> !twice || !code.name().equals(ALERT))
                .ifPresent(code -> learn(code, completion.text()));
    }

    /** Takes what a response code tells: capabilities, or words that are for a person. */
    void learn(ResponseCode code, String text) {
        switch (code.name()) {
            case "CAPABILITY" -> capabilities(Capabilities.parse(code.arguments()));
            case ALERT -> alerts.accept(text);
            default -> {
                // every other code belongs to the command that waits for it
            }
        }
    }
}
