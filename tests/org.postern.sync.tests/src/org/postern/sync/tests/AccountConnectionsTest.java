package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ClientCertificate;
import org.postern.account.ServerSettings;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.credentials.CredentialStore.Purpose;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Connector;
import org.postern.net.Observation;
import org.postern.security.ClientIdentity;
import org.postern.sync.TrialSecrets;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The account's client certificate on its way from the settings to the connector. */
class AccountConnectionsTest {

    private static final ServerIdentity ALICE = TestCa.shared().sound();
    private static final String PASSWORD = "nur f\u00fcr die Datei";

    @TempDir private Path folder;
    private RefusingConnector connector;
    private Bench bench;

    /** Notes what is asked of it. */
    private static final class RefusingConnector implements Connector {

        private final List<ConnectRequest> requests = new ArrayList<>();

        @Override
        public Connection connect(ConnectRequest request, IProgressMonitor monitor)
                throws MailException {
            requests.add(request);
            request.observer().seen(new Observation.Told("we move at noon"));
            throw new MailException(new Failure.Refused(request.endpoint()));
        }

        Optional<ClientIdentity> shown() {
            return requests.getLast().client();
        }
    }

    @BeforeEach
    void startEngine() throws Exception {
        connector = new RefusingConnector();
        bench = Bench.real(folder, connector);
        writeFile();
    }

    @AfterEach
    void stopEngine() {
        bench.close();
    }

    private void writeFile() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = ALICE.chain().toArray(X509Certificate[]::new);
        store.setKeyEntry("alice", ALICE.key(), PASSWORD.toCharArray(), chain);
        try (OutputStream out = Files.newOutputStream(folder.resolve("alice.p12"))) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    @Test
    void theEngineShowsTheCertificateWithItsStoredPassword() throws Exception {
        Account account = account("imaps", Security.TLS, Authentication.PASSWORD);
        bench.credentials.put(Bench.A, Purpose.CERTIFICATE, PASSWORD);
        bench.add(account);
        assertThrows(MailException.class, bench::refresh);
        assertEquals(ALICE.chain(), connector.shown().orElseThrow().chain());
    }

    @Test
    void aTrialShowsTheCertificateWithThePasswordThatWasTyped() throws Exception {
        try (Secret typed = Secret.of(PASSWORD.toCharArray())) {
            attempt(
                    account("imap", Security.STARTTLS, Authentication.CERTIFICATE),
                    new TrialSecrets(Optional.empty(), Optional.of(typed)));
            assertEquals(PASSWORD, new String(typed.characters()));
        }
        assertEquals(ALICE.chain(), connector.shown().orElseThrow().chain());
    }

    @Test
    void withoutItsPasswordTheCertificateIsRefusedBeforeConnecting() {
        Failure failure =
                attempt(
                        account("imaps", Security.TLS, Authentication.PASSWORD),
                        TrialSecrets.STORED);
        var refused = assertInstanceOf(Failure.ClientCertificateRefused.class, failure);
        assertEquals(ClientCertificateProblem.UNREADABLE, refused.problem());
        assertEquals(List.of(), connector.requests);
    }

    @Test
    void thePasswordOfTheLoginIsNotTriedOnTheCertificate() {
        bench.credentials.put(Bench.A, PASSWORD);
        Failure failure =
                attempt(
                        account("imaps", Security.TLS, Authentication.PASSWORD),
                        TrialSecrets.STORED);
        assertInstanceOf(Failure.ClientCertificateRefused.class, failure);
        assertFalse(failure.toString().contains(PASSWORD), failure::toString);
    }

    @Test
    void aConnectionInClearShowsNothingAndNeedsNoCertificate() {
        attempt(account("imap", Security.NONE, Authentication.PASSWORD), TrialSecrets.STORED);
        assertEquals(Optional.empty(), connector.shown());
    }

    @Test
    void anAccountWithoutACertificateShowsNone() {
        attempt(TestAccounts.of("a", "imaps", Security.TLS, null), TrialSecrets.STORED);
        assertEquals(Optional.empty(), connector.shown());
    }

    /** RFC 8314 §5.5: that another account has one changes nothing. */
    @Test
    void theCertificateOfOneAccountIsNotShownForAnother() throws Exception {
        bench.credentials.put(Bench.A, Purpose.CERTIFICATE, PASSWORD);
        bench.add(account("imaps", Security.TLS, Authentication.PASSWORD));
        assertThrows(MailException.class, bench::refresh);
        assertEquals(ALICE.chain(), connector.shown().orElseThrow().chain());

        attempt(TestAccounts.of("b", "imaps", Security.TLS, null), TrialSecrets.STORED);
        assertEquals(Optional.empty(), connector.shown());
    }

    /** RFC 9051 §7.1: an alert of the server has to come before a person's eyes. */
    @Test
    void whatAServerWantsToldReachesThoseWhoListen() throws Exception {
        bench.add(TestAccounts.of("a", "imaps", Security.TLS, null));
        bench.credentials.put(Bench.A, PASSWORD);
        assertThrows(MailException.class, bench::refresh);
        assertEquals(List.of("a: we move at noon"), bench.told);
    }

    private Failure attempt(Account account, TrialSecrets secrets) {
        return assertThrows(
                        MailException.class,
                        () -> bench.engine.attempt(account, secrets, new NullProgressMonitor()))
                .failure();
    }

    private Account account(String transport, Security security, Authentication authentication) {
        ClientCertificate certificate =
                new ClientCertificate(
                        ClientCertificate.Kind.PKCS12, folder.resolve("alice.p12").toString(), "");
        ServerSettings settings = TestAccounts.of("a", transport, security, null).incoming();
        return TestAccounts.of("a", transport, security, null)
                .with(
                        new ServerSettings(
                                transport,
                                settings.location(),
                                settings.port(),
                                settings.user(),
                                authentication,
                                security,
                                Set.of(),
                                Optional.of(certificate)));
    }
}
