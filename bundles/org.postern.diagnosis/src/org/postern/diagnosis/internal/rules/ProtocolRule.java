package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** The server does not keep to the protocol, or knows no measure. */
public final class ProtocolRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(ProtocolRule::found);
    }

    private static Optional<Finding> found(Failure failure) {
        return switch (failure) {
            case Failure.ProtocolError f ->
                    Optional.of(Words.of("protocol-error", f.what(), f.line()).finding());
            case Failure.LimitExceeded f ->
                    Optional.of(Words.of("limit-exceeded", f.limit()).finding());
            default -> Optional.empty();
        };
    }
}
