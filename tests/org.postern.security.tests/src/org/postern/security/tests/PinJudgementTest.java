package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.CertificateProblem;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;
import org.postern.testing.CertificateKind;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A pin accepts one certificate and nothing else (RFC 8314 §5.4). */
class PinJudgementTest {

    private static final TestCa CA = TestCa.shared();
    private static final ReferenceHost HOST = ReferenceHost.of("localhost");
    private static final TrustAnchors ANCHORS = TrustAnchors.of(CA.root());

    private final CertificateJudge judge = new CertificateJudge(() -> ANCHORS);

    @ParameterizedTest
    @EnumSource(CertificateKind.class)
    void thePinnedCertificateIsAcceptedWhateverElseIsWrongWithIt(CertificateKind kind) {
        ServerIdentity identity = CA.identity(kind);
        CertificateReport report = judge(identity, identity.leaf());
        assertTrue(report.accepted(), report::detail);
        assertTrue(report.pinned());
    }

    @Test
    void whatAPinExcusesIsStillTold() {
        ServerIdentity own = CA.identity(CertificateKind.SELF_SIGNED);
        assertEquals(
                List.of(CertificateProblem.SELF_SIGNED),
                judge(own, own.leaf()).excused().stream()
                        .map(CertificateReport.Finding::problem)
                        .toList());
    }

    @Test
    void anotherCertificateIsRefusedAlthoughAnAuthorityVouchesForIt() {
        ServerIdentity own = CA.identity(CertificateKind.SELF_SIGNED);
        CertificateReport report = judge(CA.sound(), own.leaf());
        assertEquals(Optional.of(CertificateProblem.PIN_CHANGED), report.problem());
        assertFalse(report.pinned());
        assertEquals(1, report.findings().size(), report::detail);
    }

    @Test
    void anotherCertificateOfTheSameNameAndIssuerIsRefused() {
        ServerIdentity first = CA.identityFor("localhost");
        ServerIdentity second = CA.identityFor("localhost");
        assertEquals(
                Optional.of(CertificateProblem.PIN_CHANGED), judge(second, first.leaf()).problem());
    }

    @Test
    void whatElseIsWrongWithAChangedCertificateIsTold() {
        ServerIdentity own = CA.identity(CertificateKind.SELF_SIGNED);
        CertificateReport report = judge(CA.identity(CertificateKind.EXPIRED), own.leaf());
        assertEquals(
                List.of(CertificateProblem.PIN_CHANGED, CertificateProblem.EXPIRED),
                report.findings().stream().map(CertificateReport.Finding::problem).toList());
    }

    @Test
    void aPinnedAuthorityDoesNotVouchForOthers() {
        CertificateReport report = judge(CA.sound(), CA.root());
        assertEquals(Optional.of(CertificateProblem.PIN_CHANGED), report.problem());
    }

    @Test
    void aKeyThatIsTooWeakIsRefusedEvenWhenPinned() {
        ServerIdentity weak =
                Forge.root("Weak").identity(Wish.server().keys(Wish.newKeys("RSA", 1024)));
        CertificateReport report = judge(weak, weak.leaf());
        assertEquals(Optional.of(CertificateProblem.WEAK), report.problem());
    }

    @Test
    void noCertificateAtAllIsRefusedEvenWithAPin() {
        CertificateReport report = judge.judge(List.of(), HOST, Optional.of(CA.sound().leaf()));
        assertEquals(Optional.of(CertificateProblem.OTHER), report.problem());
    }

    @Test
    void withoutAPinNothingIsExcused() {
        CertificateReport report = judge.judge(CA.sound().chain(), HOST);
        assertTrue(report.accepted());
        assertFalse(report.pinned());
    }

    private CertificateReport judge(ServerIdentity identity, X509Certificate pin) {
        return judge.judge(identity.chain(), HOST, Optional.of(pin));
    }
}
