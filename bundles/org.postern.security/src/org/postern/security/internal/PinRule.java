package org.postern.security.internal;

import org.postern.core.CertificateProblem;
import org.postern.security.CertificateReport;
import org.postern.security.CertificateReport.Finding;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pin makes of a report. It says who the server is, so names, dates, issuers and signatures
 * no longer matter; it does not say that nobody else has the key.
 *
 * @param pinned what the user trusted
 */
public record PinRule(X509Certificate pinned) {

    /** The report that counts. */
    public CertificateReport apply(List<X509Certificate> chain, CertificateReport found) {
        if (chain.isEmpty()) {
            return found;
        }
        return chain.getFirst().equals(pinned) ? excused(found) : changed(found);
    }

    private CertificateReport excused(CertificateReport found) {
        List<Finding> fatal = new ArrayList<>(Strength.weakKey(pinned).stream().toList());
        found.findings().stream().filter(PinRule::isFatal).forEach(fatal::add);
        List<Finding> rest = found.findings().stream().filter(f -> !fatal.contains(f)).toList();
        return new CertificateReport(fatal, found.names(), true, rest);
    }

    /** Whether no pin helps, since the key could be found. */
    public static boolean isTooWeak(X509Certificate leaf) {
        return Strength.weakKey(leaf).isPresent();
    }

    private static boolean isFatal(Finding finding) {
        return finding.problem() == CertificateProblem.REVOKED;
    }

    private static CertificateReport changed(CertificateReport found) {
        List<Finding> all = new ArrayList<>(found.findings());
        all.add(
                new Finding(
                        CertificateProblem.PIN_CHANGED, Messages.text("certificate.pinChanged")));
        return new CertificateReport(all, found.names());
    }
}
