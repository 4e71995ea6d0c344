package org.postern.security;

import org.postern.core.CertificateProblem;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the judge found in a server's certificates.
 *
 * @param findings everything that is wrong, the truest cause first; empty when they are accepted
 * @param names the DNS names and IP addresses that the leaf is made out to
 */
public record CertificateReport(List<Finding> findings, List<String> names) {

    /** The order in which a person should hear of problems. */
    private static final List<CertificateProblem> TELLING =
            List.of(
                    CertificateProblem.SELF_SIGNED,
                    CertificateProblem.EXPIRED,
                    CertificateProblem.NOT_YET_VALID,
                    CertificateProblem.REVOKED,
                    CertificateProblem.NOT_FOR_SERVERS,
                    CertificateProblem.WRONG_HOST,
                    CertificateProblem.WEAK,
                    CertificateProblem.UNKNOWN_ISSUER,
                    CertificateProblem.OTHER);

    /**
     * One thing that is wrong.
     *
     * @param problem its kind
     * @param sentence for people
     */
    public record Finding(CertificateProblem problem, String sentence) {
        public Finding {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    public CertificateReport {
        findings =
                findings.stream()
                        .sorted(Comparator.comparing(f -> TELLING.indexOf(f.problem())))
                        .toList();
        names = List.copyOf(names);
    }

    public boolean accepted() {
        return findings.isEmpty();
    }

    /** The truest cause; empty when accepted. */
    public Optional<CertificateProblem> problem() {
        return findings.stream().findFirst().map(Finding::problem);
    }

    /** All that is wrong, as sentences. */
    public String detail() {
        return findings.stream().map(Finding::sentence).collect(Collectors.joining(" "));
    }
}
