package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** Logged in, and then refused. */
public final class MailboxRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(MailboxRule::found);
    }

    private static Optional<Finding> found(Failure failure) {
        return switch (failure) {
            case Failure.CommandRefused f -> Optional.of(refused(f));
            case Failure.NoSuchMailbox f ->
                    Optional.of(Words.of("no-such-mailbox", f.mailbox()).finding());
            default -> Optional.empty();
        };
    }

    private static Finding refused(Failure.CommandRefused f) {
        Optional<String> known =
                Said.reason(f.said()).filter(cause -> !cause.equals("address-blocked"));
        return known.map(cause -> Words.of(cause, f.said()).finding())
                .orElseGet(() -> Words.of("command-refused", f.command(), f.said()).finding());
    }
}
