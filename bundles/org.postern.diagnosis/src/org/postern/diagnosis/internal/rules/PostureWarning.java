package org.postern.diagnosis.internal.rules;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;
import org.postern.net.Posture;

import java.util.Optional;

/** It works, but somebody could listen, or a policy has something to say. */
public final class PostureWarning implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().isPresent()
                ? Optional.empty()
                : facts.posture().flatMap(PostureWarning::words).map(Words::finding);
    }

    private static Optional<Words> words(Posture posture) {
        if (!posture.warnings().isEmpty()) {
            String cause = posture.security().isProtected() ? "policy-warning" : "unprotected";
            return Optional.of(Words.of(cause, String.join(" ", posture.warnings())));
        }
        return posture.trust() == Posture.Trust.PIN
                ? Optional.of(Words.of("pinned-certificate"))
                : Optional.empty();
    }
}
