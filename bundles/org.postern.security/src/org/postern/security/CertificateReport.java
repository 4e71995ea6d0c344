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
 * @param pinned whether they are believed because the user pinned this very certificate
 * @param excused what would be wrong without the pin; empty without one
 */
public record CertificateReport(
        List<Finding> findings, List<String> names, boolean pinned, List<Finding> excused) {

    /** The order in which a person should hear of problems. */
    private static final List<CertificateProblem> TELLING =
            List.of(
                    CertificateProblem.REVOKED,
                    CertificateProblem.PIN_CHANGED,
                    CertificateProblem.SELF_SIGNED,
                    CertificateProblem.EXPIRED,
                    CertificateProblem.NOT_YET_VALID,
                    CertificateProblem.NOT_FOR_SERVERS,
                    CertificateProblem.WRONG_HOST,
                    CertificateProblem.WEAK,
                    CertificateProblem.INCOMPLETE_CHAIN,
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
        findings = inTellingOrder(findings);
        names = List.copyOf(names);
        excused = inTellingOrder(excused);
    }

    /** A report about certificates that nobody pinned. */
    public CertificateReport(List<Finding> findings, List<String> names) {
        this(findings, names, false, List.of());
    }

    private static List<Finding> inTellingOrder(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(f -> TELLING.indexOf(f.problem())))
                .toList();
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
