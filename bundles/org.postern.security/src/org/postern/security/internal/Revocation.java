package org.postern.security.internal;

import org.postern.core.CertificateProblem;
import org.postern.core.Text;
import org.postern.security.CertificateReport.Finding;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a certificate of a path was revoked, as far as it is known without asking the network:
 * from lists that the administrator put here, and from the answer that the server brings along (the
 * "staple", RFC 6066 §8). What says nothing of a certificate does not count against it, unless that
 * certificate itself demands a staple (RFC 7633).
 */
final class Revocation {

    private final Issuance issuance;
    private final List<X509CRL> lists;
    private final Optional<Staple> staple;
    private final Instant now;

    /**
     * @param staple what the server brought; empty when nobody could have brought any
     */
    Revocation(Issuance issuance, List<X509CRL> lists, Optional<Staple> staple, Instant now) {
        this.issuance = issuance;
        this.lists = lists;
        this.staple = staple;
        this.now = now;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int place = 0; place < issuance.path().size(); place++) {
            if (isListed(place)) {
                findings.add(revoked(issuance.path().get(place)));
            }
        }
        staple.ifPresent(brought -> check(brought, findings));
        return findings;
    }

    private boolean isListed(int place) {
        X509Certificate certificate = issuance.path().get(place);
        return issuance.issuerOf(place)
                .map(issuer -> lists.stream().anyMatch(list -> names(list, issuer, certificate)))
                .orElse(false);
    }

    /** A list that is out of date still names what was revoked before. */
    private static boolean names(X509CRL list, X509Certificate issuer, X509Certificate wanted) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return list.isRevoked(wanted);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Somebody else made this list: it says nothing of this issuer's certificates.
            return false;
        }
    }

    private void check(Staple brought, List<Finding> findings) {
        Staple.Verdict verdict = brought.verdict(issuance, now);
        X509Certificate leaf = issuance.leaf();
        if (verdict == Staple.Verdict.REVOKED && findings.isEmpty()) {
            findings.add(revoked(leaf));
        } else if (verdict == Staple.Verdict.NOTHING && MustStaple.isDemanded(leaf)) {
            findings.add(
                    new Finding(CertificateProblem.OTHER, Messages.text("certificate.noStaple")));
        }
    }

    private static Finding revoked(X509Certificate certificate) {
        String name = Text.visible(certificate.getSubjectX500Principal().getName());
        return new Finding(CertificateProblem.REVOKED, Messages.text("certificate.revoked", name));
    }
}
