package org.postern.cli.internal.check;

import org.postern.diagnosis.Examination;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a check.
 *
 * @param about the URL, or the name of the account
 * @param examination the ladder and what it means
 * @param mailboxes as paths; empty without a login
 * @param inbox empty without a login
 * @param took all of it
 */
record CheckResult(
        String about,
        Examination examination,
        List<String> mailboxes,
        Optional<Inbox> inbox,
        Duration took) {

    CheckResult {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(examination, "examination");
        mailboxes = List.copyOf(mailboxes);
        Objects.requireNonNull(inbox, "inbox");
        Objects.requireNonNull(took, "took");
    }

    /**
     * @param start by {@link System#nanoTime}
     */
    static CheckResult of(String about, Examination examination, Look look, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new CheckResult(about, examination, look.mailboxes(), look.inbox(), took);
    }

    /** Whether it works, and how well. */
    Verdict verdict() {
        return Verdict.of(examination);
    }
}
