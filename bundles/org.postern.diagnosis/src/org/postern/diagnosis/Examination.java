package org.postern.diagnosis;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.internal.Report;
import org.postern.net.Posture;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the Doctor found.
 *
 * @param account as it was tried
 * @param tried what was tried, for a person
 * @param rungs all of them, in order
 * @param failure what ended the try; empty when it works
 * @param diagnosis present exactly when there is a failure
 * @param warnings what should be known although it works
 * @param posture what protects the connection; empty when it did not come so far
 * @param mailboxes how many there are; empty without a login
 * @param siblings other ways that were tried after a failure
 */
public record Examination(
        Account account,
        String tried,
        List<RungResult> rungs,
        Optional<Failure> failure,
        Optional<Diagnosis> diagnosis,
        List<Diagnosis> warnings,
        Optional<Posture> posture,
        OptionalInt mailboxes,
        List<Sibling> siblings) {

    public Examination {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(tried, "tried");
        Objects.requireNonNull(posture, "posture");
        Objects.requireNonNull(mailboxes, "mailboxes");
        if (failure.isPresent() != diagnosis.isPresent()) {
            throw new IllegalArgumentException("a failure has a diagnosis, and nothing else has");
        }
        rungs = List.copyOf(rungs);
        warnings = List.copyOf(warnings);
        siblings = List.copyOf(siblings);
    }

    /** Whether everything that was tried works. */
    public boolean works() {
        return failure.isEmpty();
    }

    /** All of it as text that may be given to strangers: no secret and no user name is in it. */
    public String report() {
        return Report.of(this);
    }
}
