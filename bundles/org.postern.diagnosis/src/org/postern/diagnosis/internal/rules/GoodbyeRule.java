package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Step;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** The server, or somebody before it, ended the connection. */
public final class GoodbyeRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(failure -> found(facts, failure));
    }

    private static Optional<Finding> found(Facts facts, Failure failure) {
        return switch (failure) {
            case Failure.Closed f when !f.said().isEmpty() -> Optional.of(said(f.said()));
            case Failure.Closed f -> Optional.of(silently(facts, f.step()));
            case Failure.Broken f ->
                    Optional.of(Words.of("connection-broken", f.detail()).finding());
            default -> Optional.empty();
        };
    }

    private static Finding said(String words) {
        return Words.of(Said.reason(words).orElse("closed-by-server"), words).finding();
    }

    private static Finding silently(Facts facts, Step step) {
        Mends mends = facts.mends();
        return step == Step.HANDSHAKE
                ? Words.of("closed-in-handshake")
                        .finding(facts, mends.useDefaultPort(), mends.startTls(), mends.untickSsl())
                : Words.of("closed-silently").finding(facts, mends.useDefaultPort());
    }
}
