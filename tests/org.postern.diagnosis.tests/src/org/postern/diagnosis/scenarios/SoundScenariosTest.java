package org.postern.diagnosis.scenarios;

import org.junit.jupiter.api.Test;
import org.postern.testing.CertificateKind;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;
import org.postern.testing.TlsServer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** It works, and something should be known all the same. */
class SoundScenariosTest {

    private final Clinic clinic = new Clinic().withoutPassword();

    @Test
    void aServerThatOnlyThePinVouchesFor() throws Exception {
        ServerIdentity own = TestCa.shared().identity(CertificateKind.SELF_SIGNED);
        try (ScriptedServer server = Servers.imapOverTls(own).start()) {
            clinic.remembering(FakePins.pinning(own.leaf()));
            clinic.assertWarning("pinned-certificate", Patient.imaps(server.port()));
        }
    }

    @Test
    void aCertificateThatIsAboutToEnd() throws Exception {
        try (ScriptedServer server = Servers.imapOverTls().start()) {
            clinic.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(25)));
            clinic.assertWarning("certificate-expires-soon", Patient.imaps(server.port()));
        }
    }

    @Test
    void aCertificateOfOursThatIsAboutToEnd() throws Exception {
        ServerIdentity ann = TestCa.shared().identity(CertificateKind.CLIENT_ONLY);
        ServerIdentity sound = TestCa.shared().sound();
        try (TlsServer server =
                new TlsServer(sound, s -> s.setNeedClientAuth(true), Servers::answerImap)) {
            clinic.connecting(Servers.showing(Optional.of(ann)));
            clinic.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
            clinic.assertWarning("client-certificate-expires-soon", Patient.imaps(server.port()));
        }
    }

    @Test
    void aVirusScannerWhoseAuthorityIsInstalled() throws Exception {
        TestCa scanner = TestCa.named("Avast Web/Mail Shield Root");
        try (ScriptedServer server = Servers.imapOverTls(scanner.sound()).start()) {
            clinic.connecting(Servers.trusting(scanner));
            clinic.assertWarning("traffic-inspected", Patient.imaps(server.port()));
        }
    }
}
