package org.postern.pop3.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.net.Connector;
import org.postern.net.LoginWish;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;
import org.postern.transport.OpenRequest;

import java.time.Duration;
import java.util.Optional;

/** Opens sessions to scripted servers the way that the engine does, over the real Connector. */
final class PopHarness {

    static final String PASSWORD = "open sesame";

    private PopHarness() {}

    /** A server without CAPA, logged in by USER and PASS. */
    static Script login() {
        return login("-ERR what?");
    }

    /** A server that answers CAPA with these lines, both times. */
    static Script login(String... capabilities) {
        return ScriptedServer.plain()
                .send("+OK ready")
                .expect("CAPA")
                .send(capabilities)
                .expect("USER ann")
                .send("+OK")
                .expect("PASS " + PASSWORD)
                .send("+OK 2 messages")
                .expect("CAPA")
                .send(capabilities);
    }

    static PopSession open(ScriptedServer server) throws MailException {
        return open(server, "ann", PASSWORD, new NullProgressMonitor());
    }

    static PopSession open(
            ScriptedServer server, String user, String password, IProgressMonitor monitor)
            throws MailException {
        return PopSession.open(request(server, user, password), connector(), monitor);
    }

    private static OpenRequest request(ScriptedServer server, String user, String password) {
        return request(server.port(), Security.NONE, user, password, LoginWish.PASSWORD);
    }

    static OpenRequest request(int port, Security security, TestUser user, LoginWish wish) {
        return request(port, security, user.name(), user.password(), wish);
    }

    private static OpenRequest request(
            int port, Security security, String user, String password, LoginWish wish) {
        return new OpenRequest(
                new AccountId("ann"),
                "localhost",
                Optional.of(new Endpoint("localhost", new Port(port))),
                security,
                user,
                () -> Secret.of(password.toCharArray()),
                Timeouts.of(Duration.ofSeconds(20)),
                wish);
    }

    static Connector connector() {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        return new SocketConnector(
                ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors));
    }
}
