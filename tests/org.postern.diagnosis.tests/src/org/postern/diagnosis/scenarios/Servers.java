package org.postern.diagnosis.scenarios;

import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.diagnosis.Connecting;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Mend;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ClientIdentity;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

/** Servers of one kind or another. Each serves every connection alike. */
final class Servers {

    private static final String READY = "* OK [CAPABILITY IMAP4rev1] ready";

    static final Endpoint NOWHERE = new Endpoint("localhost", new Port(993));

    private Servers() {}

    /** Comes as far as the login. */
    static Script imapOverTls() {
        return ScriptedServer.tls().send(READY).expectClose().forEveryConnection();
    }

    static Script imapOverTls(ServerIdentity identity) {
        return ScriptedServer.tls(identity).send(READY).expectClose().forEveryConnection();
    }

    /** Without STARTTLS. */
    static Script imapInClear() {
        return ScriptedServer.plain()
                .send(READY)
                .expect("{tag} CAPABILITY")
                .send("* CAPABILITY IMAP4rev1", "{tag} OK done")
                .expectClose()
                .forEveryConnection();
    }

    /** Says one thing and listens. */
    static Script says(String line) {
        return ScriptedServer.plain().send(line).hang().forEveryConnection();
    }

    /** Lets somebody log in, and answers so. */
    static Script imapLogin(String answer) {
        return ScriptedServer.tls()
                .send(READY)
                .expect("{tag} LOGIN {rest...}")
                .send("{tag} " + answer)
                .forEveryConnection();
    }

    /** Lets anybody in and is asked for its mailboxes. */
    static Script imapLoggedIn() {
        return ScriptedServer.tls()
                .send(READY)
                .expect("{tag} LOGIN {rest...}")
                .send("{tag} OK [CAPABILITY IMAP4rev1] welcome")
                .expect("{tag} L{rest...}");
    }

    /** With an INBOX. */
    static Script imapWithMail() {
        return imapLoggedIn()
                .send("* LIST () \"/\" INBOX", "{tag} OK done")
                .whenever("{tag} LSUB {rest...}", "{tag} OK done")
                .whenever("{tag} LIST {rest...}", "{tag} OK done")
                .whenever("{tag} LOGOUT", "* BYE", "{tag} OK done")
                .forEveryConnection();
    }

    static Script popLogin(String answer) {
        return ScriptedServer.tls()
                .send("+OK ready")
                .whenever("CAPA", "+OK", "USER", ".")
                .expect("USER {rest...}")
                .send("+OK")
                .expect("PASS {rest...}")
                .send(answer)
                .forEveryConnection();
    }

    /** A way to connect that shows this certificate to a server that asks. */
    static Connecting showing(Optional<ServerIdentity> shown) {
        Optional<ClientIdentity> client =
                shown.map(identity -> new ClientIdentity(identity.chain(), identity.key()));
        SocketConnector connector =
                new SocketConnector(
                        ConnectionPolicies.builtIn(),
                        new CertificateJudge(() -> TrustAnchors.of(TestCa.shared().root())));
        return (account, least) ->
                (request, monitor) -> connector.connect(request.withClient(client), monitor);
    }

    /** A way to connect on a machine where this authority is installed. */
    static Connecting trusting(TestCa authority) {
        TrustAnchors anchors = TrustAnchors.of(authority.root());
        SocketConnector connector =
                new SocketConnector(
                        ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors));
        return (account, least) -> connector;
    }

    /** Says that every command of IMAP went well, until the client goes. */
    static void answerImap(SSLSocket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("* OK hi\r\n".getBytes(StandardCharsets.US_ASCII));
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String tag = line.substring(0, line.indexOf(' '));
            String answer = "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" + tag + " OK done\r\n";
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
        }
    }

    static List<String> labels(Diagnosis diagnosis) {
        return diagnosis.mends().stream().map(Mend::label).toList();
    }

    /** Of the block for documentation (RFC 3849), which nobody routes. */
    static InetAddress unroutable() throws UnknownHostException {
        return InetAddress.getByName("2001:db8::1");
    }
}
