package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;
import org.postern.testing.TlsServer;

import java.util.List;
import java.util.Optional;

/** Both sides want SSL and do not come together. */
class TlsScenariosTest {

    private static final TestCa CA = TestCa.shared();

    private final Clinic clinic = new Clinic();

    @Test
    void aServerWithOldVersionsOnly() throws Exception {
        try (Dovecot server = Dovecot.with().oldTlsOnly().start()) {
            clinic.alone().assertCause("tls-too-old", Patient.imaps(server.imapsPort()));
        }
    }

    @Test
    void aServerWithWeakCiphersOnly() throws Exception {
        String[] weak = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"};
        try (TlsServer server =
                TlsServer.greeting(
                        socket -> {
                            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                            socket.setEnabledCipherSuites(weak);
                        })) {
            clinic.alone().assertCause("no-common-cipher", Patient.imaps(server.port()));
        }
    }

    @Test
    void aHandshakeThatFailsForNoReasonWithAName() throws Exception {
        byte[] internalError = {21, 3, 3, 0, 2, 2, 80};
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .expectBytes("5")
                        .sendBytes(internalError)
                        .hangUp()
                        .forEveryConnection()
                        .start()) {
            clinic.alone().assertCause("handshake-failed", Patient.imaps(server.port()));
        }
    }

    @Test
    void aServerThatWantsACertificateOfOurs() throws Exception {
        assertClient("client-certificate-required", Optional.empty());
    }

    @Test
    void aCertificateOfOursThatHasExpired() throws Exception {
        assertClient(
                "client-certificate-expired", Optional.of(CA.identity(CertificateKind.EXPIRED)));
    }

    @Test
    void aCertificateOfOursThatTheServerDoesNotKnow() throws Exception {
        ServerIdentity stranger = TestCa.named("Stranger").identity(CertificateKind.CLIENT_ONLY);
        assertClient("client-certificate-rejected", Optional.of(stranger));
    }

    @Test
    void aCertificateOfOursThatCannotBeRead() {
        Failure unreadable =
                new Failure.ClientCertificateRefused(
                        Servers.NOWHERE, ClientCertificateProblem.UNREADABLE, "ann.p12: no file");
        clinic.connecting(
                (account, least) -> {
                    throw new MailException(unreadable);
                });
        clinic.assertCause("client-certificate-unreadable", Patient.imaps(993));
    }

    private void assertClient(String cause, Optional<ServerIdentity> shown) throws Exception {
        try (TlsServer server = TlsServer.greeting(socket -> socket.setNeedClientAuth(true))) {
            clinic.connecting(Servers.showing(shown));
            assertEquals(
                    List.of(), clinic.assertCause(cause, Patient.imaps(server.port())).mends());
        }
    }
}
