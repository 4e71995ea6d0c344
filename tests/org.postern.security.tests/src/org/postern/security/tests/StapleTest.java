package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.CertificateProblem;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;
import org.postern.security.internal.Examination;
import org.postern.security.internal.PathCheck;
import org.postern.security.internal.Staple;
import org.postern.testing.ServerIdentity;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Proofs about revocation that servers bring along (RFC 6066 §8, RFC 6960, RFC 7633). */
class StapleTest {

    private static final ASN1ObjectIdentifier TLS_FEATURE =
            new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
    private static final Duration PAST = Duration.ofDays(-2);
    private static final Duration FUTURE = Duration.ofDays(2);
    private static final CertificateStatus REVOKED = new RevokedStatus(new Date(0), 1);
    private static final Forge ROOT = Forge.root("Root");
    private static final Forge BELOW = ROOT.below(Wish.authority("Below"));
    private static final ServerIdentity PLAIN = BELOW.identity(Wish.server());
    private static final ServerIdentity DEMANDING = BELOW.identity(demanding(5));

    static Wish demanding(int... features) {
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        for (int each : features) {
            numbers.add(new ASN1Integer(each));
        }
        return Wish.server().extended(TLS_FEATURE, new DERSequence(numbers));
    }

    @Test
    void aGoodAnswerIsAccepted() {
        assertTrue(judge(PLAIN, answer(PLAIN, CertificateStatus.GOOD)).accepted());
    }

    @Test
    void anAnswerThatTheCertificateWasRevokedIsBelieved() {
        CertificateReport report = judge(PLAIN, answer(PLAIN, REVOKED));
        assertEquals(Optional.of(CertificateProblem.REVOKED), report.problem());
        assertTrue(report.detail().contains("CN=localhost"), report::detail);
    }

    @Test
    void anAnswerThatSaysNothingDoesNoHarm() {
        assertTrue(judge(PLAIN, answer(PLAIN, new UnknownStatus())).accepted());
        assertTrue(judge(PLAIN, new byte[0]).accepted());
        assertTrue(judge(PLAIN, new byte[] {1, 2, 3}).accepted());
    }

    @Test
    void anAnswerOfAStrangerRevokesNothing() {
        Forge stranger = Forge.root("Stranger");
        assertTrue(judge(PLAIN, stranger.answer(PLAIN.leaf(), REVOKED, PAST, FUTURE)).accepted());
    }

    @Test
    void anAnswerWithAForgedSignatureRevokesNothing() {
        var forged = Forge.signer("SHA256withECDSA", Wish.newKeys("EC", 256));
        byte[] answer = BELOW.answer(PLAIN.leaf(), REVOKED, PAST, FUTURE, forged);
        assertTrue(judge(PLAIN, answer).accepted());
    }

    @Test
    void aCertificateThatDemandsAnAnswerIsAcceptedWithAGoodOne() {
        CertificateReport report = judge(DEMANDING, answer(DEMANDING, CertificateStatus.GOOD));
        assertTrue(report.accepted(), report::detail);
    }

    @Test
    void aCertificateThatDemandsAnAnswerIsRefusedWithoutOne() {
        refusedForNoStaple(judge(DEMANDING, new byte[0]));
    }

    @Test
    void whatSaysNothingDoesNotMeetTheDemand() {
        refusedForNoStaple(judge(DEMANDING, new byte[] {1, 2, 3}));
        refusedForNoStaple(judge(DEMANDING, answer(DEMANDING, new UnknownStatus())));
        refusedForNoStaple(judge(DEMANDING, answer(PLAIN, CertificateStatus.GOOD)));
    }

    @Test
    void anAnswerThatIsOutOfDateDoesNotMeetTheDemand() {
        Duration yesterday = Duration.ofDays(-1);
        byte[] old = BELOW.answer(DEMANDING.leaf(), CertificateStatus.GOOD, PAST, yesterday);
        refusedForNoStaple(judge(DEMANDING, old));
    }

    @Test
    void outsideOfAHandshakeNoAnswerIsDemanded() {
        assertTrue(examine(DEMANDING, Optional.empty()).accepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 100, 70_000})
    void otherFeaturesDemandNothing(int feature) {
        assertTrue(judge(BELOW.identity(demanding(feature)), new byte[0]).accepted());
    }

    @Test
    void oneDemandAmongOtherFeaturesIsFound() {
        refusedForNoStaple(judge(BELOW.identity(demanding(1, 17)), new byte[0]));
    }

    @Test
    void aDemandThatCannotBeReadIsADemand() {
        Wish damaged = Wish.server().extended(TLS_FEATURE, new DERSequence(DERNull.INSTANCE));
        refusedForNoStaple(judge(BELOW.identity(damaged), new byte[0]));
    }

    private static void refusedForNoStaple(CertificateReport report) {
        assertEquals(Optional.of(CertificateProblem.OTHER), report.problem());
        assertEquals(1, report.findings().size(), report::detail);
        assertTrue(report.detail().contains("proof"), report::detail);
    }

    private static byte[] answer(ServerIdentity about, CertificateStatus status) {
        return BELOW.answer(about.leaf(), status, PAST, FUTURE);
    }

    private static CertificateReport judge(ServerIdentity server, byte[] staple) {
        return examine(server, Optional.of(Staple.of(staple)));
    }

    private static CertificateReport examine(ServerIdentity server, Optional<Staple> staple) {
        PathCheck path = new PathCheck(TrustAnchors.of(ROOT.certificate()));
        ReferenceHost host = ReferenceHost.of("localhost");
        return new Examination(server.chain(), host, Instant.now(), path, staple)
                .run((check, chain) -> check.check(chain));
    }
}
