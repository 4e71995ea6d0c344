package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Step;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** The server's name leads nowhere. */
public final class NameRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(NameRule::found);
    }

    private static Optional<Finding> found(Failure failure) {
        return switch (failure) {
            case Failure.NoSuchHost f -> Optional.of(Words.of("no-such-host", f.host()).finding());
            case Failure.TimedOut f when f.step() == Step.RESOLVE ->
                    Optional.of(Words.of("name-time-out", Seconds.of(f.after())).finding());
            default -> Optional.empty();
        };
    }
}
