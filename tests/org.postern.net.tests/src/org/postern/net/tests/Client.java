package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.ConnectionObserver;
import org.postern.net.Connector;
import org.postern.net.Dialect;
import org.postern.net.Dialects;
import org.postern.net.Resolver;
import org.postern.net.RingWireLog;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ClientIdentity;
import org.postern.security.ConnectionPolicies;
import org.postern.security.Pins;
import org.postern.security.TrustAnchors;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** The Connector under test with a request of a test; it trusts the test CA alone. */
record Client(
        Security security,
        Dialect dialect,
        Timeouts timeouts,
        ConnectionPolicies policies,
        Resolver resolver,
        ConnectionObserver observer,
        Optional<ClientIdentity> identity) {

    static final AccountId ACCOUNT = new AccountId("test");

    /** Long enough for a machine that is busy. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    static Client with(Security security) {
        return new Client(
                security,
                Dialects.IMAP,
                Timeouts.of(PATIENT),
                ConnectionPolicies.builtIn(),
                Resolver.system(),
                ConnectionObserver.NOBODY,
                Optional.empty());
    }

    Client speaking(Dialect other) {
        return new Client(security, other, timeouts, policies, resolver, observer, identity);
    }

    Client waiting(Timeouts other) {
        return new Client(security, dialect, other, policies, resolver, observer, identity);
    }

    Client under(ConnectionPolicies other) {
        return new Client(security, dialect, timeouts, other, resolver, observer, identity);
    }

    Client resolving(Resolver other) {
        return new Client(security, dialect, timeouts, policies, other, observer, identity);
    }

    Client observedBy(ConnectionObserver other) {
        return new Client(security, dialect, timeouts, policies, resolver, other, identity);
    }

    Client showing(ClientIdentity other) {
        return new Client(
                security, dialect, timeouts, policies, resolver, observer, Optional.of(other));
    }

    Client showing(ServerIdentity other) {
        ClientIdentity shown = new ClientIdentity(other.chain(), other.key());
        return new Client(
                security, dialect, timeouts, policies, resolver, observer, Optional.of(shown));
    }

    Connection connect(String host, int port) throws MailException {
        return connect(host, port, new NullProgressMonitor());
    }

    Connection connect(String host, int port, IProgressMonitor monitor) throws MailException {
        return connector().connect(request(host, port), monitor);
    }

    /**
     * Connects to localhost and expects that to fail. Where protection was asked for, somebody
     * listens on the way: nothing may have been said that the rules do not allow.
     */
    Failure failure(int port) {
        return security.isProtected() ? overheard(port) : failure("localhost", port);
    }

    /** Connects to localhost by way of somebody who listens. */
    Overheard overhear(int port) throws MailException, IOException {
        RecordingProxy proxy = RecordingProxy.to(port).start();
        try {
            return new Overheard(connect("localhost", proxy.port()), proxy);
        } catch (MailException e) {
            proxy.close();
            throw e;
        }
    }

    private Failure overheard(int port) {
        try (RecordingProxy proxy = RecordingProxy.to(port).start()) {
            Failure failure = failure("localhost", proxy.port());
            proxy.awaitClients();
            proxy.close();
            ClearTextRules.assertKept(proxy);
            return failure;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Failure failure(String host, int port) {
        MailException thrown = assertThrows(MailException.class, () -> connect(host, port).close());
        return thrown.failure();
    }

    Connector connector() {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        return new SocketConnector(policies, new CertificateJudge(() -> anchors), resolver);
    }

    /** Connects to localhost; what is said is logged. */
    Connection connect(int port, RingWireLog log) throws MailException {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        Connector connector =
                new SocketConnector(
                        policies, new CertificateJudge(() -> anchors), resolver, Pins.NONE, log);
        return connector.connect(request("localhost", port), new NullProgressMonitor());
    }

    ConnectRequest request(String host, int port) {
        Endpoint endpoint = new Endpoint(host, new Port(port));
        return new ConnectRequest(ACCOUNT, endpoint, security, dialect, timeouts)
                .withObserver(observer)
                .withClient(identity);
    }
}
