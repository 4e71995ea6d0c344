package org.postern.security.internal;

import org.postern.core.CertificateProblem;
import org.postern.core.Text;
import org.postern.security.CertificateReport.Finding;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.util.List;
import java.util.Set;

/** Puts the Java runtime's refusal into our words. */
final class RuntimeObjection {

    /** Different reasons why there is no path; the runtime knows one word for all. */
    private static final Set<CertificateProblem> NO_ISSUER =
            Set.of(
                    CertificateProblem.SELF_SIGNED,
                    CertificateProblem.INCOMPLETE_CHAIN,
                    CertificateProblem.UNKNOWN_ISSUER);

    private RuntimeObjection() {}

    /**
     * @param known what our own checks found already; the runtime need not repeat it
     * @return never empty together with {@code known}: what the runtime rejects stays rejected
     */
    static List<Finding> of(Exception refusal, List<Finding> known) {
        CertificateProblem problem = problem(refusal);
        boolean told = known.stream().anyMatch(finding -> covers(finding.problem(), problem));
        return told ? List.of() : List.of(new Finding(problem, sentence(refusal)));
    }

    private static boolean covers(CertificateProblem known, CertificateProblem found) {
        return known == found
                || found == CertificateProblem.OTHER
                || found == CertificateProblem.UNKNOWN_ISSUER && NO_ISSUER.contains(known);
    }

    private static CertificateProblem problem(Throwable refusal) {
        CertificateProblem found = CertificateProblem.OTHER;
        for (Throwable e = refusal; e != null; e = e.getCause()) {
            CertificateProblem here = problemOf(e);
            if (here != CertificateProblem.OTHER) {
                found = here;
            }
        }
        return found;
    }

    private static CertificateProblem problemOf(Throwable e) {
        return switch (e) {
            case CertificateExpiredException expired -> CertificateProblem.EXPIRED;
            case CertificateNotYetValidException early -> CertificateProblem.NOT_YET_VALID;
            case CertificateRevokedException revoked -> CertificateProblem.REVOKED;
            case CertPathValidatorException invalid -> problemOf(invalid.getReason());
            case CertPathBuilderException noPath -> CertificateProblem.UNKNOWN_ISSUER;
            default -> CertificateProblem.OTHER;
        };
    }

    private static CertificateProblem problemOf(Reason reason) {
        if (!(reason instanceof BasicReason basic)) {
            return CertificateProblem.OTHER;
        }
        return switch (basic) {
            case EXPIRED -> CertificateProblem.EXPIRED;
            case NOT_YET_VALID -> CertificateProblem.NOT_YET_VALID;
            case REVOKED -> CertificateProblem.REVOKED;
            case ALGORITHM_CONSTRAINED -> CertificateProblem.WEAK;
            default -> CertificateProblem.OTHER;
        };
    }

    private static String sentence(Exception refusal) {
        return Messages.text("certificate.jdk", Text.visible(String.valueOf(refusal.getMessage())));
    }
}
