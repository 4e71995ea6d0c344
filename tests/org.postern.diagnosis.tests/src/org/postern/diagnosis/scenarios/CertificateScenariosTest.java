package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.security.TrustAnchors;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** What may be wrong with a server's certificate; none of it may be passed with a click. */
class CertificateScenariosTest {

    private static final TestCa CA = TestCa.shared();

    private final Clinic clinic = new Clinic();

    @Test
    void anAuthorityThatNobodyKnows() throws Exception {
        assertCause("certificate-unknown", TestCa.named("Unheard of").sound());
    }

    @Test
    void aChainWithAHole() throws Exception {
        assertCause("certificate-incomplete", CertificateKind.INCOMPLETE_CHAIN);
    }

    @Test
    void aCertificateThatVouchesForItself() throws Exception {
        assertCause("certificate-self-signed", CertificateKind.SELF_SIGNED);
    }

    @Test
    void aCertificatePastItsTime() throws Exception {
        assertCause("certificate-expired", CertificateKind.EXPIRED);
    }

    @Test
    void aCertificateBeforeItsTime() throws Exception {
        assertCause("certificate-not-yet-valid", CertificateKind.NOT_YET_VALID);
    }

    @Test
    void aWeakSignature() throws Exception {
        assertCause("certificate-weak", CertificateKind.SHA1_SIGNATURE);
    }

    @Test
    void aCertificateForSomethingElse() throws Exception {
        assertCause("certificate-not-for-servers", CertificateKind.CA_AS_LEAF);
    }

    @Test
    void aCertificateForAnotherServerTellsForWhich() throws Exception {
        Diagnosis found = assertCause("certificate-wrong-host", CertificateKind.WRONG_HOST);
        assertTrue(found.seen().contains("elsewhere.example.org"), found::seen);
        List<String> labels = found.evidence().stream().map(Evidence::label).toList();
        assertTrue(labels.contains("SHA-256 fingerprint"), labels::toString);
    }

    @Test
    void anAddressInThePlaceOfAName() throws Exception {
        try (ScriptedServer server = Servers.imapOverTls(CA.identityFor("mail.test")).start()) {
            clinic.assertCause(
                    "certificate-without-address",
                    Patient.at("127.0.0.1", "imaps", server.port(), Security.TLS));
        }
    }

    @Test
    void anotherCertificateThanThePinnedOne() throws Exception {
        clinic.remembering(FakePins.pinning(CA.identity(CertificateKind.SELF_SIGNED).leaf()));
        assertCause("certificate-pin-changed", CA.sound());
    }

    @Test
    void aCertificateThatWasTakenBack() throws Exception {
        ServerIdentity stolen = CA.identityFor("localhost");
        List<X509CRL> lists = List.of(CA.revoking(stolen.leaf()));
        clinic.trusting(new TrustAnchors(Set.of(CA.root()), lists, List.of()));
        assertCause("certificate-revoked", stolen);
    }

    @Test
    void somethingElseThatTheRuntimeObjectsTo() {
        assertSabotaged("certificate-other", CertificateProblem.OTHER);
    }

    /** What no test CA can bring about: the connector fails as if it had seen it. */
    private void assertSabotaged(String cause, CertificateProblem problem) {
        Failure failure =
                new Failure.CertificateRejected(
                        Servers.NOWHERE, problem, CA.sound().chain(), List.of("localhost"), "why");
        clinic.connecting(
                (account, least) ->
                        (request, monitor) -> {
                            throw new MailException(failure);
                        });
        assertEquals(List.of(), clinic.assertCause(cause, Patient.imaps(993)).mends());
    }

    @Test
    void aClockThatIsYearsBehind() throws Exception {
        clinic.at(clock("2019-01-01T00:00:00Z"));
        assertCause("clock-wrong", CA.sound());
    }

    @Test
    void aClockThatIsYearsAhead() throws Exception {
        clinic.at(clock("2070-01-01T00:00:00Z"));
        assertCause("clock-wrong", CA.sound());
    }

    private static Clock clock(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    @Test
    void aVirusScannerThatLooksIntoSsl() throws Exception {
        assertCause("antivirus-intercepts", TestCa.named("Avast Web/Mail Shield Root").sound());
    }

    @Test
    void aProxyThatLooksIntoSsl() throws Exception {
        assertCause("proxy-intercepts", TestCa.named("Zscaler Root CA").sound());
    }

    @Test
    void aRealServerWithTheWrongCertificate() throws Exception {
        try (Dovecot server = Dovecot.with().certificate(CertificateKind.WRONG_HOST).start()) {
            clinic.assertCause("certificate-wrong-host", Patient.pops(server.popsPort()));
        }
    }

    private Diagnosis assertCause(String cause, CertificateKind kind) throws Exception {
        return assertCause(cause, CA.identity(kind));
    }

    private Diagnosis assertCause(String cause, ServerIdentity identity) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tlsRefused(identity).forEveryConnection().start()) {
            Diagnosis found = clinic.assertCause(cause, Patient.imaps(server.port()));
            server.assertDone();
            assertEquals(List.of(), found.mends());
            return found;
        }
    }
}
