package org.postern.diagnosis.internal.rules;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Words;
import org.postern.security.CertificateExpiry;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/**
 * It works, but not for long: the server's certificate is about to end. A month ahead there is time
 * to tell somebody.
 */
public final class ExpiryWarning implements Rule {

    /** What lives for weeks is renewed when a third of its life is left. */
    private static final int THIRD = 3;

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
        CertificateExpiry expiry = CertificateExpiry.of(leaf, facts.now());
        Duration left = Duration.between(facts.now(), expiry.ends());
        Duration life = Duration.between(expiry.begins(), expiry.ends());
        return expiry.isWarning() && left.compareTo(life.dividedBy(THIRD)) < 0;
    }
}
