package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.BindingProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.net.Resolver;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.PinFolder;
import org.postern.security.TrustAnchors;
import org.postern.sync.AccountState;
import org.postern.testing.BindingServer;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Dovecot;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestCa;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An account that once logged in bound stays so: somebody in between with a certificate that we
 * trust gets no login that would be worth something elsewhere.
 */
@Timeout(60)
class BoundAccountTest {

    private static final String BOTH = "AUTH=SCRAM-SHA-256-PLUS AUTH=SCRAM-SHA-256 AUTH=PLAIN";

    @TempDir Path folder;
    private Bench bench;
    private PinFolder pins;
    private BindingServer server;
    private RecordingProxy wire;
    private Endpoint peer;

    @BeforeEach
    void open() throws Exception {
        server = new BindingServer("TLSv1.3", BOTH, Dovecot.JOE);
        wire = RecordingProxy.to(server.port()).start();
        peer = new Endpoint("localhost", new Port(wire.port()));
        pins = PinFolder.open(folder.resolve("pins"));
        bench = Bench.real(folder, this::connect);
        bench.add(
                TestAccounts.at(wire.port(), "imaps", Security.TLS, Dovecot.JOE.name()),
                Dovecot.JOE.password());
    }

    private Connection connect(ConnectRequest request, IProgressMonitor monitor)
            throws MailException {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        return new SocketConnector(
                        ConnectionPolicies.builtIn(),
                        new CertificateJudge(() -> anchors),
                        Resolver.system(),
                        pins)
                .connect(request, monitor);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        wire.close();
        server.close();
        ClearTextRules.assertKept(wire);
    }

    /** By way of the disk. */
    private void restart() throws MailException {
        pins = PinFolder.open(folder.resolve("pins"));
        bench.restart();
    }

    private Login login() throws MailException {
        bench.refresh();
        AccountState.Online online = assertInstanceOf(AccountState.Online.class, bench.state());
        return online.posture().orElseThrow().login().orElseThrow();
    }

    private Failure.LoginNotBound refused() {
        assertThrows(MailException.class, bench::refresh);
        AccountState.OfflineCannot offline =
                assertInstanceOf(AccountState.OfflineCannot.class, bench.state());
        return assertInstanceOf(Failure.LoginNotBound.class, offline.failure());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH=SCRAM-SHA-256 AUTH=PLAIN, '', NOT_OFFERED, SCRAM-SHA-256-PLUS",
        "AUTH=PLAIN, '', NOT_OFFERED, SCRAM-SHA-256-PLUS",
        "IDLE, '', NOT_OFFERED, SCRAM-SHA-256-PLUS",
        BOTH + ", NO sorry, REFUSED, SCRAM-SHA-256-PLUS SCRAM-SHA-256-PLUS"
    })
    void goesOfflineRatherThanLogInUnbound(
            String offered, String refusal, BindingProblem problem, String tried) throws Exception {
        assertTrue(login().bound());
        server.offering(offered).refusing(refusal);
        restart();
        Failure failure = refused();
        assertEquals(problem, ((Failure.LoginNotBound) failure).problem());
        assertEquals(List.of(tried.split(" ")), server.tried());
        assertEquals(failure, bench.engine.refusedDowngrade(Bench.A).orElseThrow().failure());
        restart();
        assertEquals(new AccountState.OfflineCannot(failure), bench.state());
        bench.refresh();
        assertEquals(List.of(tried.split(" ")), server.tried());
    }

    @Test
    void comesBackWhenTheServerBindsAgain() throws Exception {
        login();
        server.offering("AUTH=PLAIN");
        restart();
        refused();
        server.offering(BOTH);
        bench.engine.goOnline(Bench.A);
        assertTrue(login().bound());
    }

    /** What a server that cannot bind gets from a stranger: SCRAM, but not the password. */
    @Test
    void logsInUnboundWhenTheUserForgetsThatTheServerBound() throws Exception {
        login();
        server.refusing("NO sorry");
        restart();
        refused();
        pins.unbind(Bench.A, peer);
        restart();
        bench.engine.goOnline(Bench.A);
        assertEquals(new Login("SCRAM-SHA-256", false, false), login());
    }

    @Test
    void isHeldToNothingBeforeItWasBound() throws Exception {
        server.refusing("NO sorry");
        assertEquals(new Login("SCRAM-SHA-256", false, false), login());
        restart();
        assertEquals(new Login("SCRAM-SHA-256", false, false), login());
        assertEquals(List.of(), pins.boundServers(Bench.A));
        server.refusing("");
        restart();
        assertTrue(login().bound());
        assertEquals(List.of(peer), pins.boundServers(Bench.A));
    }

    /** Trying the settings in their dialog is no way around. */
    @Test
    void isHeldToItInATrialToo() throws Exception {
        login();
        server.offering("AUTH=PLAIN");
        MailException thrown =
                assertThrows(
                        MailException.class,
                        () ->
                                bench.engine.attempt(
                                        bench.accounts.find(Bench.A).orElseThrow(),
                                        Optional.empty(),
                                        new NullProgressMonitor()));
        assertInstanceOf(Failure.LoginNotBound.class, thrown.failure());
    }
}
