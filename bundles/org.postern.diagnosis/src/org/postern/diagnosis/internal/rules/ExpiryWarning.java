package org.postern.diagnosis.internal.rules;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Words;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** It works, but not for long: the server's certificate is about to end. */
public final class ExpiryWarning implements Rule {

    /** Good providers renew a month ahead; a week before the end somebody has forgotten it. */
    private static final Duration AHEAD = Duration.ofDays(7);

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().isPresent()
                ? Optional.empty()
                : facts.posture()
                        .flatMap(posture -> posture.chain().stream().findFirst())
                        .filter(leaf -> endsSoon(facts, leaf))
                        .map(
                                leaf ->
                                        Words.of(
                                                        "certificate-expires-soon",
                                                        Certificates.date(
                                                                leaf.getNotAfter().toInstant()))
                                                .finding());
    }

    private static boolean endsSoon(Facts facts, X509Certificate leaf) {
        return leaf.getNotAfter().toInstant().isBefore(facts.now().plus(AHEAD));
    }
}
