package org.postern.imap.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.imap.internal.session.Opening;
import org.postern.imap.internal.wire.Limits;
import org.postern.net.Connector;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.testing.Dovecot;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.time.Duration;
import java.util.Optional;

/** Opens sessions as the engine does, with the real connector and the test CA trusted. */
final class Sessions {

    static final TestUser JOE = Dovecot.JOE;

    private static final Connector CONNECTOR =
            new SocketConnector(
                    ConnectionPolicies.builtIn(),
                    new CertificateJudge(() -> TrustAnchors.of(TestCa.shared().root())));

    private Sessions() {}

    /** The one that the other methods use. */
    static Connector connector() {
        return CONNECTOR;
    }

    /** Whatever the server's script says of the login, Joe tries it. */
    static MailSession open(ScriptedServer server) throws MailException {
        return open(server, Duration.ofSeconds(10));
    }

    static MailSession open(ScriptedServer server, Duration timeout) throws MailException {
        return open(request("localhost", server.port(), Security.NONE, JOE, timeout));
    }

    static MailSession open(ScriptedServer server, Limits limits) throws MailException {
        OpenRequest request =
                request("localhost", server.port(), Security.NONE, JOE, Duration.ofSeconds(10));
        return Opening.session(request, CONNECTOR, limits, new NullProgressMonitor());
    }

    /** A server with these capabilities, that Joe has logged in to; good-byes are answered. */
    static Script loggedIn(String capabilities) {
        return ScriptedServer.plain()
                .whenever("{tag} LOGOUT", "* BYE see you", "{tag} OK gone")
                .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi")
                .expect("{tag} AUTHENTICATE PLAIN {response}")
                .send("{tag} OK [CAPABILITY " + ("IMAP4rev1 " + capabilities).strip() + "] in");
    }

    /** The same with QRESYNC enabled. */
    static Script resyncing() {
        return loggedIn("ENABLE CONDSTORE QRESYNC ESEARCH UIDPLUS MOVE IDLE")
                .expect("{tag} ENABLE CONDSTORE QRESYNC")
                .send("* ENABLED CONDSTORE QRESYNC", "{tag} OK on");
    }

    static MailSession open(Dovecot dovecot, Security security) throws MailException {
        int port = security == Security.TLS ? dovecot.imapsPort() : dovecot.imapPort();
        return open(request(dovecot.host(), port, security, JOE, Duration.ofSeconds(20)));
    }

    static MailSession open(OpenRequest request) throws MailException {
        return open(request, new NullProgressMonitor());
    }

    static MailSession open(OpenRequest request, IProgressMonitor monitor) throws MailException {
        return new ImapTransport().open(request, CONNECTOR, monitor);
    }

    static OpenRequest request(
            String host, int port, Security security, TestUser user, Duration timeout) {
        return new OpenRequest(
                new AccountId("test"),
                host,
                Optional.of(new Endpoint(host, new Port(port))),
                security,
                user.name(),
                () -> Secret.of(user.password().toCharArray()),
                Timeouts.of(timeout));
    }
}
