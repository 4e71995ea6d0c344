package org.postern.security.internal;

import org.postern.core.CertificateProblem;
import org.postern.core.Text;
import org.postern.security.CertificateExpiry;
import org.postern.security.CertificateReport.Finding;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** The dates of a leaf and of the authorities between it and the anchor. */
public final class Validity {

    private final Issuance issuance;
    private final Instant now;

    Validity(Issuance issuance, Instant now) {
        this.issuance = issuance;
        this.now = now;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (X509Certificate each : issuance.path()) {
            check(each, findings);
        }
        return findings;
    }

    private void check(X509Certificate certificate, List<Finding> findings) {
        String whose = certificate.equals(issuance.leaf()) ? "" : "Authority";
        CertificateExpiry expiry = CertificateExpiry.of(certificate, now);
        switch (expiry.standing()) {
            case EXPIRED ->
                    findings.add(
                            finding(
                                    CertificateProblem.EXPIRED,
                                    "certificate.expired" + whose,
                                    expiry.ends(),
                                    certificate));
            case NOT_YET_VALID ->
                    findings.add(
                            finding(
                                    CertificateProblem.NOT_YET_VALID,
                                    "certificate.notYetValid" + whose,
                                    expiry.begins(),
                                    certificate));
            case VALID, ENDS_SOON -> {}
        }
    }

    private static Finding finding(
            CertificateProblem problem, String key, Instant day, X509Certificate certificate) {
        String name = Text.visible(certificate.getSubjectX500Principal().getName());
        return new Finding(problem, Messages.text(key, day(day), name));
    }

    /** A day in the user's way of writing it. */
    public static String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
