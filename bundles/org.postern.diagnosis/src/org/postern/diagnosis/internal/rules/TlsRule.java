package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** Both sides speak TLS and cannot agree. None of it is mended by going without. */
public final class TlsRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(failure -> found(facts, failure));
    }

    private static Optional<Finding> found(Facts facts, Failure failure) {
        return switch (failure) {
            case Failure.TlsTooOld f ->
                    Optional.of(Words.of("tls-too-old", f.detail()).finding(facts));
            case Failure.NoCommonCipher f ->
                    Optional.of(Words.of("no-common-cipher", f.detail()).finding(facts));
            case Failure.HandshakeFailed f ->
                    Optional.of(Words.of("handshake-failed", f.detail()).finding(facts));
            default -> Optional.empty();
        };
    }
}
