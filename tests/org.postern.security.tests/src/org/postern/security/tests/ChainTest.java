package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.postern.core.CertificateProblem;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.CertificateReport.Finding;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Chains that are wrong in different ways are told apart (RFC 5280 §6, RFC 9325 §4.5). */
class ChainTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PAST = DAY.multipliedBy(-30);
    private static final Forge ROOT = Forge.root("Root");
    private static final Forge UPPER = ROOT.below(Wish.authority("Upper"));
    private static final Forge LOWER = UPPER.below(Wish.authority("Lower"));
    private static final X509Certificate LEAF = LOWER.certify(Wish.server());

    @Test
    void aChainOfTwoAuthoritiesIsAccepted() {
        assertProblems(judge(LEAF, LOWER.certificate(), UPPER.certificate()));
    }

    @Test
    void aChainInAnyOrderIsAccepted() {
        assertProblems(judge(LEAF, ROOT.certificate(), UPPER.certificate(), LOWER.certificate()));
    }

    @Test
    void aLeafWithoutItsIssuerIsIncomplete() {
        CertificateReport report = judge(LEAF);
        assertProblems(report, CertificateProblem.INCOMPLETE_CHAIN);
        assertTrue(report.detail().contains("CN=Lower"), report::detail);
    }

    @Test
    void aChainWithAGapIsIncomplete() {
        CertificateReport report = judge(LEAF, UPPER.certificate());
        assertProblems(report, CertificateProblem.INCOMPLETE_CHAIN);
        Forge lowest = LOWER.below(Wish.authority("Lowest"));
        X509Certificate leaf = lowest.certify(Wish.server());
        CertificateReport higher = judge(leaf, lowest.certificate(), UPPER.certificate());
        assertProblems(higher, CertificateProblem.INCOMPLETE_CHAIN);
        assertTrue(higher.detail().contains("CN=Lower\u201d"), higher::detail);
    }

    @Test
    void aChainUpToAStrangersRootHasAnUnknownIssuer() {
        Forge stranger = Forge.root("Stranger");
        Forge between = stranger.below(Wish.authority("Between"));
        X509Certificate leaf = between.certify(Wish.server());
        CertificateReport without = judge(leaf, between.certificate());
        assertProblems(without, CertificateProblem.UNKNOWN_ISSUER);
        assertTrue(without.detail().contains("CN=Stranger"), without::detail);
        assertProblems(
                judge(leaf, between.certificate(), stranger.certificate()),
                CertificateProblem.UNKNOWN_ISSUER);
    }

    @Test
    void aStrangerWithTheNameOfAnAuthorityHasAnUnknownIssuer() {
        Forge impostor = Forge.root("Root");
        assertProblems(
                judge(impostor.certify(Wish.server()), impostor.certificate()),
                CertificateProblem.UNKNOWN_ISSUER);
    }

    @Test
    void aLeafThatVouchesForItselfIsSelfSignedWhateverIsSentWithIt() {
        X509Certificate own = Forge.selfSigned(Wish.server());
        assertProblems(judge(own), CertificateProblem.SELF_SIGNED);
        assertProblems(judge(own, UPPER.certificate()), CertificateProblem.SELF_SIGNED);
    }

    @Test
    void aLeafWithTheNameOfItsIssuerIsNotSelfSigned() {
        Forge namesake = ROOT.below(Wish.authority("localhost"));
        assertProblems(judge(namesake.certify(Wish.server()), namesake.certificate()));
    }

    @Test
    void anExpiredAuthorityIsToldFromAnExpiredLeaf() {
        Forge old = ROOT.below(Wish.authority("Old").valid(PAST, DAY.negated()));
        CertificateReport authority = judge(old.certify(Wish.server()), old.certificate());
        assertProblems(authority, CertificateProblem.EXPIRED);
        assertTrue(authority.detail().contains("CN=Old"), authority::detail);
        CertificateReport leaf = judge(ROOT.certify(Wish.server().valid(PAST, DAY.negated())));
        assertProblems(leaf, CertificateProblem.EXPIRED);
        assertTrue(!leaf.detail().contains("CN="), leaf::detail);
    }

    @Test
    void anAuthorityThatHasNotBegunIsTold() {
        Forge early = ROOT.below(Wish.authority("Early").valid(DAY, DAY.multipliedBy(30)));
        CertificateReport report = judge(early.certify(Wish.server()), early.certificate());
        assertProblems(report, CertificateProblem.NOT_YET_VALID);
        assertTrue(report.detail().contains("CN=Early"), report::detail);
    }

    @Test
    void aWeakSignatureOfAnAuthorityIsTold() {
        Forge weak = ROOT.below(Wish.authority("Weak").signedBy("SHA1withECDSA"));
        CertificateReport report = judge(weak.certify(Wish.server()), weak.certificate());
        assertProblems(report, CertificateProblem.WEAK);
        assertTrue(report.detail().contains("CN=Weak"), report::detail);
    }

    @Test
    void anMd5SignatureIsWeak() {
        Forge rsa = Forge.root("Rsa", Wish.newKeys("RSA", 2048));
        X509Certificate leaf = rsa.certify(Wish.server().signedBy("MD5withRSA"));
        assertProblems(
                judgeTrusting(rsa.certificate()).judge(List.of(leaf), host()),
                CertificateProblem.WEAK);
    }

    @Test
    void aKeyThatIsTooShortIsWeak() {
        CertificateReport report =
                judge(ROOT.certify(Wish.server().keys(Wish.newKeys("RSA", 1024))));
        assertProblems(report, CertificateProblem.WEAK);
        assertTrue(report.detail().contains("1024"), report::detail);
    }

    @Test
    void anAuthorityThatMayNotSignIsRefused() {
        Wish notAnAuthority =
                Wish.authority("Server")
                        .extended(Extension.basicConstraints, new BasicConstraints(false));
        Forge server = ROOT.below(notAnAuthority);
        assertProblems(
                judge(server.certify(Wish.server()), server.certificate()),
                CertificateProblem.OTHER);
    }

    /** As when an authority was certified by two roots, of which one is not known here. */
    @Test
    void ofTwoWaysTheOneToATrustedAuthorityCounts() {
        Forge stranger = Forge.root("Stranger");
        KeyPair keys = Wish.newKeys("EC", 256);
        Forge ours = ROOT.below(Wish.authority("Crossed").keys(keys));
        X509Certificate theirs = stranger.certify(Wish.authority("Crossed").keys(keys));
        X509Certificate leaf = ours.certify(Wish.server());
        assertProblems(judge(leaf, theirs, ours.certificate()));
        assertProblems(judge(leaf, ours.certificate(), theirs));
    }

    /** As when an authority was certified again before its certificate ended. */
    @Test
    void ofTwoWaysTheOneThatIsValidCounts() {
        KeyPair keys = Wish.newKeys("EC", 256);
        Wish old = Wish.authority("Renewed").keys(keys).valid(PAST, DAY.negated());
        Forge renewed = ROOT.below(Wish.authority("Renewed").keys(keys));
        X509Certificate leaf = renewed.certify(Wish.server());
        assertProblems(judge(leaf, ROOT.certify(old), renewed.certificate()));
        assertProblems(judge(leaf, renewed.certificate(), ROOT.certify(old)));
    }

    @Test
    void manyWaysToNowhereAreGivenUpSoon() {
        KeyPair keys = Wish.newKeys("EC", 256);
        Forge stranger = Forge.root("Loop", keys);
        List<X509Certificate> chain = new ArrayList<>(List.of(stranger.certify(Wish.server())));
        for (int i = 0; i < 9; i++) {
            chain.add(stranger.certify(Wish.authority("Loop").keys(keys)));
        }
        CertificateReport report =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> judgeTrusting(ROOT.certificate()).judge(chain, host()));
        assertProblems(report, CertificateProblem.UNKNOWN_ISSUER);
    }

    @Test
    void aSelfMadeAuthorityInTheAdministratorsFolderIsNoServer() {
        X509Certificate own = Forge.selfSigned(Wish.authority("localhost").withNames("localhost"));
        assertProblems(
                judgeTrusting(own).judge(List.of(own), host()), CertificateProblem.NOT_FOR_SERVERS);
    }

    private static CertificateReport judge(X509Certificate... chain) {
        return judgeTrusting(ROOT.certificate()).judge(List.of(chain), host());
    }

    private static ReferenceHost host() {
        return ReferenceHost.of("localhost");
    }

    private static CertificateJudge judgeTrusting(X509Certificate anchor) {
        TrustAnchors anchors = TrustAnchors.of(anchor);
        return new CertificateJudge(() -> anchors);
    }

    private static void assertProblems(CertificateReport report, CertificateProblem... problems) {
        assertEquals(
                List.of(problems),
                report.findings().stream().map(Finding::problem).toList(),
                report::detail);
    }
}
