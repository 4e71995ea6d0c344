package org.postern.diagnosis.internal.rules;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Words;
import org.postern.net.Posture;
import org.postern.security.CertificateExpiry;

import java.util.Optional;

/** It works, but the certificate that we show is about to end: getting another one takes time. */
public final class ClientExpiryWarning implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().isPresent()
                ? Optional.empty()
                : facts.posture()
                        .flatMap(Posture::client)
                        .map(shown -> CertificateExpiry.of(shown, facts.now()))
                        .filter(CertificateExpiry::isWarning)
                        .map(ClientExpiryWarning::finding);
    }

    private static Finding finding(CertificateExpiry expiry) {
        return Words.of("client-certificate-expires-soon", Certificates.date(expiry.ends()))
                .finding();
    }
}
