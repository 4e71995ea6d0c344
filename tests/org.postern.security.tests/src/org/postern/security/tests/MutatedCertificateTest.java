package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Certificates that a hostile server damaged cost a refusal, and nothing else. */
class MutatedCertificateTest {

    private static final int TRIES = 1_000;
    private static final Forge ROOT = Forge.root("Root");
    private static final Forge BELOW = ROOT.below(Wish.authority("Below"));
    private static final X509Certificate LEAF =
            BELOW.certify(StapleTest.demanding(5).withNames("localhost", "*.example.org"));
    private static final TrustAnchors ANCHORS = TrustAnchors.of(ROOT.certificate());

    private final CertificateJudge judge = new CertificateJudge(() -> ANCHORS);
    private final Random random = new Random(8314);
    private int judged;

    @Test
    void aDamagedLeafIsRefusedWithoutAnError() throws Exception {
        for (int i = 0; i < TRIES; i++) {
            Optional<X509Certificate> damaged = damaged(LEAF);
            if (damaged.isPresent()) {
                check(damaged.get(), LEAF, List.of(damaged.get(), BELOW.certificate()));
            }
        }
        assertTrue(judged > TRIES / 20, () -> "only " + judged + " could be read at all");
    }

    @Test
    void aDamagedAuthorityIsRefusedWithoutAnError() throws Exception {
        for (int i = 0; i < TRIES; i++) {
            Optional<X509Certificate> damaged = damaged(BELOW.certificate());
            if (damaged.isPresent()) {
                check(damaged.get(), BELOW.certificate(), List.of(LEAF, damaged.get()));
            }
        }
        assertTrue(judged > TRIES / 20, () -> "only " + judged + " could be read at all");
    }

    /** Only what the issuer signed may be accepted, however its wrapping was changed. */
    private void check(X509Certificate damaged, X509Certificate sound, List<X509Certificate> chain)
            throws CertificateException {
        judged++;
        CertificateReport report = judge.judge(chain, ReferenceHost.of("localhost"));
        if (report.accepted()) {
            assertArrayEquals(sound.getTBSCertificate(), damaged.getTBSCertificate());
        }
    }

    private Optional<X509Certificate> damaged(X509Certificate certificate) throws Exception {
        byte[] der = certificate.getEncoded();
        for (int change = 0; change <= random.nextInt(3); change++) {
            der[random.nextInt(der.length)] = (byte) random.nextInt(256);
        }
        try {
            return Optional.of(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
