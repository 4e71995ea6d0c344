package org.postern.transport.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.pop3.PopTransport;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;
import org.postern.transport.Transport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One session from login to good-bye, word by word, under each of the three protections. */
class ScriptedTest {

    private static final String PASSWORD = "correct horse battery";
    private static final NullProgressMonitor QUIET = new NullProgressMonitor();

    /** What a server says after the greeting, or after the handshake. */
    private static Script imap(Script script) {
        return script.whenever("{tag} LOGOUT", "* BYE see you", "{tag} OK gone")
                .whenever(
                        "{tag} CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR", "{tag} OK")
                .expect("{tag} AUTHENTICATE PLAIN {response}")
                .send("{tag} OK [CAPABILITY IMAP4rev1] in")
                .expect("{tag} EXAMINE {name}")
                .send(
                        "* 1 EXISTS",
                        "* OK [UIDVALIDITY 7] .",
                        "* OK [UIDNEXT 11] .",
                        "{tag} OK [READ-ONLY]")
                .expect("{tag} UID SEARCH ALL")
                .send("* SEARCH 10", "{tag} OK")
                .expect("{tag} UID FETCH {set} (UID FLAGS RFC822.SIZE {items...}")
                .send(
                        "* 1 FETCH (UID 10 FLAGS () RFC822.SIZE 24 BODY[HEADER.FIELDS (SUBJECT)] {18}",
                        "Subject: hello",
                        "",
                        ")",
                        "{tag} OK")
                .expect("{tag} UID FETCH 10 {items...}")
                .send(
                        "* 1 FETCH (UID 10 BODY[] {24}",
                        "Subject: hello",
                        "",
                        ".dot",
                        ")",
                        "{tag} OK");
    }

    private static Script pop(Script script) {
        String[] abilities = {"+OK", "TOP", "UIDL", "USER", "."};
        return script.expect("CAPA")
                .send(abilities)
                .expect("USER joe")
                .send("+OK")
                .expect("PASS " + PASSWORD)
                .send("+OK")
                .expect("CAPA")
                .send(abilities)
                .expect("LIST")
                .send("+OK", "1 24", ".")
                .expect("UIDL")
                .send("+OK", "1 10", ".")
                .expect("TOP 1 0")
                .send("+OK", "Subject: hello", "", ".")
                .expect("RETR 1")
                .send("+OK", "Subject: hello", "", "..dot", ".")
                .expect("QUIT")
                .send("+OK");
    }

    private static ScriptedServer start(boolean imap, Security security) throws IOException {
        Script script = security == Security.TLS ? ScriptedServer.tls() : ScriptedServer.plain();
        script.send(imap ? "* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR] hi" : "+OK hi");
        if (security == Security.STARTTLS) {
            upgrade(imap, script);
        }
        return (imap ? imap(script) : pop(script)).start();
    }

    private static void upgrade(boolean imap, Script script) {
        if (imap) {
            script.expect("{tag} CAPABILITY")
                    .send("* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED", "{tag} OK")
                    .expect("{tag} STARTTLS")
                    .send("{tag} OK begin")
                    .startTls();
        } else {
            script.expect("CAPA").send("+OK", "STLS", ".").expect("STLS").send("+OK").startTls();
        }
    }

    private static MailSession open(boolean imap, Security security, int port)
            throws MailException {
        Transport transport = imap ? new ImapTransport() : new PopTransport();
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        OpenRequest request =
                new OpenRequest(
                        new AccountId("scripted"),
                        "localhost",
                        Optional.of(new Endpoint("localhost", new Port(port))),
                        security,
                        "joe",
                        () -> Secret.of(PASSWORD.toCharArray()),
                        Timeouts.of(Duration.ofSeconds(20)));
        return transport.open(
                request,
                new SocketConnector(
                        ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors)),
                QUIET);
    }

    @ParameterizedTest
    @EnumSource
    void imapReadsTheSameUnderEveryProtection(Security security) throws Exception {
        readsTheSame(true, security);
    }

    @ParameterizedTest
    @EnumSource
    void popReadsTheSameUnderEveryProtection(Security security) throws Exception {
        readsTheSame(false, security);
    }

    private static void readsTheSame(boolean imap, Security security) throws Exception {
        Heard heard = new Heard();
        try (ScriptedServer server = start(imap, security)) {
            try (MailSession session = open(imap, security, server.port())) {
                session.changes("INBOX", Optional.empty(), heard, QUIET);
                session.bodies(
                        "INBOX",
                        List.of(new RemoteId("10")),
                        (id, in) -> heard.lines.add("body " + text(in.readAllBytes())),
                        QUIET);
            }
            server.assertDone();
            if (security.isProtected()) {
                server.wire().assertNever(PASSWORD);
                ClearTextRules.assertKept(server.wire().bytes());
            }
        }
        assertEquals(
                List.of("added 10 Subject: hello\r\n", "body Subject: hello\r\n\r\n.dot\r\n"),
                heard.lines);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static final class Heard implements ChangeSink {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void forgotten() {
            lines.add("forgotten");
        }

        @Override
        public void added(RemoteMessage message) {
            lines.add("added " + message.id() + " " + text(message.headers()));
        }

        @Override
        public void flags(RemoteId id, Set<Flag> flags) {
            lines.add("flags " + id);
        }

        @Override
        public void vanished(RemoteId id) {
            lines.add("vanished " + id);
        }
    }
}
