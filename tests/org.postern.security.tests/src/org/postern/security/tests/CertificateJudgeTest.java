package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.CertificateProblem;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;
import org.postern.testing.CertificateKind;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CertificateJudgeTest {

    private static final TestCa CA = TestCa.shared();

    private final CertificateJudge judge = judgeTrusting(CA.root());

    @ParameterizedTest
    @CsvSource({
        "WRONG_HOST, WRONG_HOST",
        "EXPIRED, EXPIRED",
        "NOT_YET_VALID, NOT_YET_VALID",
        "SELF_SIGNED, SELF_SIGNED",
        "CN_ONLY, WRONG_HOST",
        "PARTIAL_WILDCARD, WRONG_HOST",
        "WILDCARD, WRONG_HOST",
        "INCOMPLETE_CHAIN, INCOMPLETE_CHAIN",
        "SHA1_SIGNATURE, WEAK",
        "CA_AS_LEAF, NOT_FOR_SERVERS",
        "CLIENT_ONLY, NOT_FOR_SERVERS",
        "VERSION_1, NOT_FOR_SERVERS"
    })
    void eachBadCertificateIsRefusedForItsOwnReason(
            CertificateKind kind, CertificateProblem problem) {
        CertificateReport report = judge(kind, "localhost");
        assertEquals(Optional.of(problem), report.problem(), report::detail);
    }

    @ParameterizedTest
    @CsvSource({"localhost", "LocalHost", "localhost.", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1"})
    void aSoundCertificateIsAcceptedForEachOfItsNames(String host) {
        CertificateReport report = judge(CertificateKind.SOUND, host);
        assertTrue(report.accepted(), report::detail);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.3", "127.1", "::2", "local", "localhost.localhost", "xlocalhost"})
    void aSoundCertificateIsRefusedForEveryOtherName(String host) {
        assertEquals(
                Optional.of(CertificateProblem.WRONG_HOST),
                judge(CertificateKind.SOUND, host).problem());
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com, mail.example.com, true",
        "*.example.com, MAIL.EXAMPLE.COM, true",
        "*.example.com, example.com, false",
        "*.example.com, a.mail.example.com, false",
        "*.com, example.com, false",
        "*, localhost, false",
        "ba*.example.com, baz.example.com, false",
        "*z.example.com, baz.example.com, false",
        "mail.*.com, mail.example.com, false",
        "*.*.com, mail.example.com, false",
        "xn--bcher-kva.example, bücher.example, true",
        "*.xn--bcher-kva.example, mail.bücher.example, true",
        "mail.example.com, mail.example.com.evil.org, false",
        "mail.example.com, mail.example.co, false"
    })
    void namesMatchAsRfc9525Says(String presented, String host, boolean matches) {
        ServerIdentity identity = CA.identityFor(presented);
        boolean accepted = judge.judge(identity.chain(), ReferenceHost.of(host)).accepted();
        assertEquals(matches, accepted, () -> presented + " for " + host);
    }

    @Test
    void anAddressWrittenAsADnsNameDoesNotCount() {
        ServerIdentity identity = CA.identityFor("192.0.2.1");
        assertEquals(
                Optional.of(CertificateProblem.WRONG_HOST),
                judge.judge(identity.chain(), ReferenceHost.of("192.0.2.1")).problem());
    }

    @ParameterizedTest
    @EnumSource(CertificateKind.class)
    void nothingIsAcceptedThatTheRuntimeRejects(CertificateKind kind) {
        List<X509Certificate> chain = CA.identity(kind).chain();
        if (judge.judge(chain, ReferenceHost.of("localhost")).accepted()) {
            assertTrue(runtimeAccepts(chain));
        }
    }

    private static boolean runtimeAccepts(List<X509Certificate> chain) {
        try {
            CA.trustManager().checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    @Test
    void aSoundCertificateOfAnUnknownAuthorityIsRefused() {
        ServerIdentity stranger = TestCa.named("Stranger").sound();
        CertificateReport report = judge.judge(stranger.chain(), ReferenceHost.of("localhost"));
        assertEquals(Optional.of(CertificateProblem.UNKNOWN_ISSUER), report.problem());
        assertTrue(report.detail().contains("Stranger"), report::detail);
    }

    @Test
    void whenSeveralThingsAreWrongAllAreToldAndTheTruestComesFirst() {
        ServerIdentity expired = TestCa.named("Stranger").identity(CertificateKind.EXPIRED);
        CertificateReport report = judge.judge(expired.chain(), ReferenceHost.of("example.org"));
        assertEquals(
                List.of(
                        CertificateProblem.EXPIRED,
                        CertificateProblem.WRONG_HOST,
                        CertificateProblem.UNKNOWN_ISSUER),
                report.findings().stream().map(CertificateReport.Finding::problem).toList());
        assertTrue(report.detail().contains("Stranger"), report::detail);
    }

    @Test
    void theNamesThatItHasAreTold() {
        CertificateReport report = judge(CertificateKind.WRONG_HOST, "localhost");
        assertEquals(List.of("elsewhere.example.org"), report.names());
        assertTrue(report.detail().contains("elsewhere.example.org"), report::detail);
    }

    @Test
    void aSelfSignedCertificateThatTheAdministratorAddedIsAccepted() {
        ServerIdentity own = CA.identity(CertificateKind.SELF_SIGNED);
        CertificateJudge trusting = judgeTrusting(own.leaf());
        CertificateReport report = trusting.judge(own.chain(), ReferenceHost.of("localhost"));
        assertTrue(report.accepted(), report::detail);
    }

    @Test
    void evenATrustedCertificateMustBeMadeOutToTheHost() {
        ServerIdentity own = CA.identity(CertificateKind.SELF_SIGNED);
        assertEquals(
                Optional.of(CertificateProblem.WRONG_HOST),
                judgeTrusting(own.leaf())
                        .judge(own.chain(), ReferenceHost.of("example.org"))
                        .problem());
    }

    @Test
    void nobodyIsTrustedWithoutAnchors() {
        CertificateJudge nobody = new CertificateJudge(TrustAnchors::of);
        assertEquals(
                Optional.of(CertificateProblem.UNKNOWN_ISSUER),
                nobody.judge(CA.sound().chain(), ReferenceHost.of("localhost")).problem());
    }

    @Test
    void noCertificateAtAllIsRefused() {
        assertEquals(
                Optional.of(CertificateProblem.OTHER),
                judge.judge(List.of(), ReferenceHost.of("localhost")).problem());
    }

    @Test
    void superfluousCertificatesDoNoHarm() {
        List<X509Certificate> chain = new ArrayList<>(CA.sound().chain());
        chain.add(CA.identity(CertificateKind.SHA1_SIGNATURE).leaf());
        CertificateReport report = judge.judge(chain, ReferenceHost.of("localhost"));
        assertTrue(report.accepted(), report::detail);
    }

    @Test
    void theClockDecidesOverTheDatesOfTheLeaf() {
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(400)), ZoneOffset.UTC);
        CertificateJudge late = new CertificateJudge(() -> TrustAnchors.of(CA.root()), later);
        assertEquals(
                Optional.of(CertificateProblem.EXPIRED),
                late.judge(CA.sound().chain(), ReferenceHost.of("localhost")).problem());
    }

    @Test
    void trustThatIsWithdrawnIsGoneAtOnce() {
        List<TrustAnchors> now = new ArrayList<>(List.of(TrustAnchors.of(CA.root())));
        CertificateJudge following = new CertificateJudge(now::getFirst);
        ReferenceHost host = ReferenceHost.of("localhost");
        assertTrue(following.judge(CA.sound().chain(), host).accepted());
        now.set(0, TrustAnchors.of());
        assertEquals(
                Optional.of(CertificateProblem.UNKNOWN_ISSUER),
                following.judge(CA.sound().chain(), host).problem());
    }

    private CertificateReport judge(CertificateKind kind, String host) {
        return judge.judge(CA.identity(kind).chain(), ReferenceHost.of(host));
    }

    private static CertificateJudge judgeTrusting(X509Certificate anchor) {
        TrustAnchors anchors = TrustAnchors.of(anchor);
        return new CertificateJudge(() -> anchors);
    }
}
