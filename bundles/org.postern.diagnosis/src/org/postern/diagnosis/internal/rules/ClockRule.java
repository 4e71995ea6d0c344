package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Words;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Certificates seem to be of another time because this machine is: its clock stands before Postern
 * was made, or the server's authority itself would not be valid yet, or not any more.
 */
public final class ClockRule implements Rule {

    /** Nobody ran this program before. */
    private static final Instant POSTERN_BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.CertificateRejected.class)
                .filter(f -> isImpossible(f, facts.now()))
                .map(
                        f ->
                                Words.of(
                                                "clock-wrong",
                                                Certificates.moment(facts.now()),
                                                Certificates.begin(f.chain()),
                                                Certificates.end(f.chain()))
                                        .finding());
    }

    private static boolean isImpossible(Failure.CertificateRejected f, Instant now) {
        List<X509Certificate> above = f.chain().stream().skip(1).toList();
        return switch (f.problem()) {
            case NOT_YET_VALID -> now.isBefore(POSTERN_BEGAN) || anyAfter(above, now);
            case EXPIRED -> anyBefore(above, now);
            default -> false;
        };
    }

    private static boolean anyAfter(List<X509Certificate> authorities, Instant now) {
        return authorities.stream().anyMatch(each -> now.isBefore(each.getNotBefore().toInstant()));
    }

    private static boolean anyBefore(List<X509Certificate> authorities, Instant now) {
        return authorities.stream().anyMatch(each -> now.isAfter(each.getNotAfter().toInstant()));
    }
}
