package org.postern.security;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * The authorities that certificate paths may end in, as they were when somebody looked.
 *
 * @param certificates the authorities
 * @param revocations lists of certificates that no longer count (RFC 5280 §5)
 * @param problems sentences about sources that could not be read; the others count all the same
 */
public record TrustAnchors(
        Set<X509Certificate> certificates, List<X509CRL> revocations, List<String> problems) {

    public TrustAnchors {
        certificates = Set.copyOf(certificates);
        revocations = List.copyOf(revocations);
        problems = List.copyOf(problems);
    }

    /** Authorities that revoked nothing that is known here. */
    public TrustAnchors(Set<X509Certificate> certificates, List<String> problems) {
        this(certificates, List.of(), problems);
    }

    /** These and no others. */
    public static TrustAnchors of(X509Certificate... certificates) {
        return new TrustAnchors(Set.of(certificates), List.of());
    }
}
