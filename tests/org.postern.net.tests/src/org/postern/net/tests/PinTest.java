package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.AccountId;
import org.postern.core.CertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Dialects;
import org.postern.net.Login;
import org.postern.net.Posture;
import org.postern.net.Resolver;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.PinFolder;
import org.postern.security.TrustAnchors;
import org.postern.testing.CertificateKind;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connections to servers whose certificate a user pinned (RFC 8314 §5.4). */
class PinTest {

    private static final TestCa CA = TestCa.shared();
    private static final AccountId ACCOUNT = new AccountId("home");
    private static final ServerIdentity OWN = CA.identity(CertificateKind.SELF_SIGNED);

    @TempDir private Path folder;
    private final Map<ScriptedServer, RecordingProxy> ways = new HashMap<>();
    private PinFolder pins;

    @BeforeEach
    void openFolder() throws MailException {
        pins = PinFolder.open(folder);
    }

    /** Nothing was said that somebody on the way could use. */
    @AfterEach
    void lookAtTheBytes() throws IOException {
        for (RecordingProxy way : ways.values()) {
            way.close();
            ClearTextRules.assertKept(way);
        }
    }

    @Test
    void aPinnedServerIsBelievedButIsNotConfidential() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(OWN).send("* OK hi").hang().start()) {
            pins.pin(ACCOUNT, endpoint(server), OWN.leaf());
            try (Connection open = connect(ACCOUNT, server)) {
                assertEquals(Posture.Trust.PIN, open.posture().trust());
                assertFalse(open.posture().isConfidential());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CertificateKind.class)
    void whateverIsWrongWithAPinnedCertificateTheHandshakeSucceeds(CertificateKind kind)
            throws Exception {
        ServerIdentity wrong = CA.identity(kind);
        try (ScriptedServer server = ScriptedServer.tls(wrong).send("* OK hi").hang().start()) {
            pins.pin(ACCOUNT, endpoint(server), wrong.leaf());
            try (Connection open = connect(ACCOUNT, server)) {
                assertEquals(Posture.Trust.PIN, open.posture().trust());
            }
        }
    }

    @Test
    void aServerThatAnAuthorityVouchesForIsConfidential() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                Connection open = connect(ACCOUNT, server)) {
            assertEquals(Posture.Trust.AUTHORITY, open.posture().trust());
            assertTrue(open.posture().isConfidential());
        }
    }

    @Test
    void anotherCertificateThanThePinnedOneIsRefusedBeforeAnythingIsSent() throws Exception {
        try (ScriptedServer server = ScriptedServer.tlsRefused(CA.sound()).start()) {
            pins.pin(ACCOUNT, endpoint(server), OWN.leaf());
            assertEquals(CertificateProblem.PIN_CHANGED, rejected(ACCOUNT, server).problem());
            server.assertDone();
            assertEquals(0, server.secured().size());
        }
    }

    @Test
    void aPinOfOneAccountIsWorthNothingForAnother() throws Exception {
        try (ScriptedServer server = ScriptedServer.tlsRefused(OWN).start()) {
            pins.pin(ACCOUNT, endpoint(server), OWN.leaf());
            assertEquals(
                    CertificateProblem.SELF_SIGNED,
                    rejected(new AccountId("work"), server).problem());
        }
    }

    @Test
    void aPinThatIsTakenBackNoLongerCounts() throws Exception {
        try (ScriptedServer server = ScriptedServer.tlsRefused(OWN).start()) {
            pins.pin(ACCOUNT, endpoint(server), OWN.leaf());
            pins.unpin(ACCOUNT, endpoint(server));
            assertEquals(CertificateProblem.SELF_SIGNED, rejected(ACCOUNT, server).problem());
        }
    }

    @Test
    void theCertificateThatWasAcceptedIsRemembered() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start()) {
            try (Connection open = connect(ACCOUNT, server)) {
                open.loggedIn(new Login("PLAIN", true, false));
            }
            assertEquals(
                    Optional.of(CA.sound().leaf()), pins.lastAccepted(ACCOUNT, endpoint(server)));
            assertEquals(Optional.empty(), pins.boundSince(ACCOUNT, endpoint(server)));
        }
    }

    /** As the Doctor does on ports that are not the account's. */
    @Test
    void whoOnlyLooksLeavesNoTrace() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start()) {
            connect(ACCOUNT, server).close();
            assertEquals(Optional.empty(), pins.lastAccepted(ACCOUNT, endpoint(server)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SCRAM-SHA-256-PLUS, true, true",
        "SCRAM-SHA-256, false, false",
        "EXTERNAL, true, false"
    })
    void aPasswordThatWasBoundIsRemembered(String mechanism, boolean bound, boolean remembered)
            throws Exception {
        AccountId other = new AccountId("other");
        try (ScriptedServer server =
                ScriptedServer.tls().send("* OK hi").hang().forEveryConnection().start()) {
            try (Connection open = connect(ACCOUNT, server)) {
                open.loggedIn(new Login(mechanism, false, bound));
            }
            try (Connection open = connect(ACCOUNT, server);
                    Connection stranger = connect(other, server)) {
                assertEquals(remembered, open.boundSince().isPresent());
                assertEquals(Optional.empty(), stranger.boundSince());
            }
        }
    }

    @Test
    void aCertificateThatWasRefusedIsNotRemembered() throws Exception {
        try (ScriptedServer server = ScriptedServer.tlsRefused(OWN).start()) {
            rejected(ACCOUNT, server);
            assertEquals(Optional.empty(), pins.lastAccepted(ACCOUNT, endpoint(server)));
        }
    }

    private Failure.CertificateRejected rejected(AccountId account, ScriptedServer server) {
        MailException thrown =
                assertThrows(MailException.class, () -> connect(account, server).close());
        return assertInstanceOf(Failure.CertificateRejected.class, thrown.failure());
    }

    private Connection connect(AccountId account, ScriptedServer server) throws MailException {
        TrustAnchors anchors = TrustAnchors.of(CA.root());
        var connector =
                new SocketConnector(
                        ConnectionPolicies.builtIn(),
                        new CertificateJudge(() -> anchors),
                        Resolver.system(),
                        pins);
        var request =
                new ConnectRequest(
                        account,
                        endpoint(server),
                        Security.TLS,
                        Dialects.IMAP,
                        Timeouts.of(Client.PATIENT));
        return connector.connect(request, new NullProgressMonitor());
    }

    private Endpoint endpoint(ScriptedServer server) {
        return new Endpoint(
                "localhost", new Port(ways.computeIfAbsent(server, this::wayTo).port()));
    }

    private RecordingProxy wayTo(ScriptedServer server) {
        try {
            return RecordingProxy.to(server.port()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
