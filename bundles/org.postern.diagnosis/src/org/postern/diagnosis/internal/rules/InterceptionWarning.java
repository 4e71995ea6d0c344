package org.postern.diagnosis.internal.rules;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Interceptor;
import org.postern.diagnosis.internal.Words;
import org.postern.net.Posture;

import java.util.Optional;

/** It works, but somebody whose authority is installed on this machine reads along. */
public final class InterceptionWarning implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().isPresent()
                ? Optional.empty()
                : facts.posture()
                        .filter(posture -> posture.trust() == Posture.Trust.AUTHORITY)
                        .map(posture -> Certificates.issuer(posture.chain()))
                        .filter(issuer -> Interceptor.of(issuer).isPresent())
                        .map(issuer -> Words.of("traffic-inspected", issuer).finding());
    }
}
