package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.CertificateProblem;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;
import org.postern.security.TrustSources;
import org.postern.testing.ServerIdentity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Revocation lists in the administrator's folder (RFC 5280 §5, §6.3). */
class RevocationListTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Forge ROOT = Forge.root("Root");
    private static final Forge BELOW = ROOT.below(Wish.authority("Below"));
    private static final ServerIdentity SERVER = BELOW.identity(Wish.server());
    private static final ServerIdentity OTHER = BELOW.identity(Wish.server());

    @TempDir private Path folder;

    @Test
    void aListedLeafIsRevoked() {
        CertificateReport report = judge(BELOW.revoking(WEEK, SERVER.leaf()));
        assertEquals(Optional.of(CertificateProblem.REVOKED), report.problem());
        assertTrue(report.detail().contains("CN=localhost"), report::detail);
    }

    @Test
    void aListedAuthorityIsRevoked() {
        CertificateReport report = judge(ROOT.revoking(WEEK, BELOW.certificate()));
        assertEquals(Optional.of(CertificateProblem.REVOKED), report.problem());
        assertTrue(report.detail().contains("CN=Below"), report::detail);
    }

    @Test
    void whatIsNotListedIsAccepted() {
        assertTrue(judge(BELOW.revoking(WEEK, OTHER.leaf())).accepted());
        assertTrue(judge(BELOW.revoking(WEEK)).accepted());
    }

    @Test
    void aListThatIsOutOfDateStillNamesWhatWasRevoked() {
        Duration past = Duration.ofHours(-1);
        assertEquals(
                Optional.of(CertificateProblem.REVOKED),
                judge(BELOW.revoking(past, SERVER.leaf())).problem());
        assertTrue(judge(BELOW.revoking(past)).accepted());
    }

    @Test
    void aListOfAStrangerWithTheSameNameIsWorthNothing() {
        Forge stranger = ROOT.below(Wish.authority("Below"));
        assertTrue(judge(stranger.revoking(WEEK, SERVER.leaf())).accepted());
    }

    @Test
    void aPinDoesNotExcuseARevokedCertificate() {
        CertificateReport report =
                judgeKnowing(BELOW.revoking(WEEK, SERVER.leaf()))
                        .judge(SERVER.chain(), host(), Optional.of(SERVER.leaf()));
        assertEquals(Optional.of(CertificateProblem.REVOKED), report.problem());
    }

    @Test
    void listsAreReadFromTheFolderInBothForms() throws Exception {
        X509CRL first = BELOW.revoking(WEEK, SERVER.leaf());
        X509CRL second = ROOT.revoking(WEEK);
        Files.write(folder.resolve("first.crl"), first.getEncoded());
        Files.writeString(folder.resolve("second.CRL"), pem(second));
        TrustAnchors read = TrustSources.only(List.of(folder)).get();
        assertEquals(List.of(), read.problems());
        assertEquals(Set.of(first, second), Set.copyOf(read.revocations()));
    }

    @Test
    void aDamagedListIsReportedAndTheOthersCount() throws Exception {
        Files.writeString(folder.resolve("bad.crl"), "Dear administrator,");
        Files.write(folder.resolve("good.crl"), BELOW.revoking(WEEK).getEncoded());
        TrustAnchors read = TrustSources.only(List.of(folder)).get();
        assertEquals(1, read.revocations().size());
        assertEquals(1, read.problems().size());
        assertTrue(read.problems().getFirst().contains("bad.crl"), read.problems()::toString);
    }

    private static CertificateReport judge(X509CRL... lists) {
        return judgeKnowing(lists).judge(SERVER.chain(), host());
    }

    private static CertificateJudge judgeKnowing(X509CRL... lists) {
        TrustAnchors anchors =
                new TrustAnchors(Set.of(ROOT.certificate()), List.of(lists), List.of());
        return new CertificateJudge(() -> anchors);
    }

    private static ReferenceHost host() {
        return ReferenceHost.of("localhost");
    }

    private static String pem(X509CRL list) throws Exception {
        return "-----BEGIN X509 CRL-----\n"
                + Base64.getMimeEncoder().encodeToString(list.getEncoded())
                + "\n-----END X509 CRL-----\n";
    }
}
