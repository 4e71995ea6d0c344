package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.net.LoginWish;
import org.postern.net.Resolver;
import org.postern.net.RingWireLog;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.net.WireLine;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.Pins;
import org.postern.security.TrustAnchors;
import org.postern.testing.Dovecot;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;
import org.postern.testing.TestUser;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RemoteMessage;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A whole session with a real server: the log tells of it, and of no password and no mail. */
@Timeout(120)
class LoggedSessionTest {

    private static final AccountId ACCOUNT = new AccountId("test");
    private static final TestUser JOE = new TestUser("joe", "open-Sesame-42");
    private static final String SUBJECT = "Plans for the surprise";
    private static final String TEXT = "Nobody must know of the cake.";

    private final RingWireLog log = new RingWireLog();

    @ParameterizedTest
    @CsvSource({
        "scram-sha-256 plain, TLS, AUTHENTICATE SCRAM-SHA-256",
        "plain, TLS, AUTHENTICATE PLAIN",
        "plain, STARTTLS, AUTHENTICATE PLAIN",
        "cram-md5 plain, TLS, AUTHENTICATE CRAM-MD5"
    })
    void tellsOfNoPasswordAndOfNoMail(String mechanism, Security security, String shown)
            throws Exception {
        try (Dovecot dovecot =
                Dovecot.with().user(JOE.name(), JOE.password()).mechanisms(mechanism).start()) {
            try (var raw = dovecot.raw(JOE)) {
                raw.append("INBOX", TestMail.subject(SUBJECT).text(TEXT).bytes());
            }
            read(dovecot, security);
        }
        String all =
                log.lines(ACCOUNT).stream().map(WireLine::text).collect(Collectors.joining("\n"));
        assertTrue(all.contains(shown), all);
        assertTrue(all.contains("FETCH"), all);
        for (String secret : List.of(JOE.password(), base64(JOE.password()), SUBJECT, TEXT)) {
            assertFalse(all.contains(secret), all);
        }
    }

    private void read(Dovecot dovecot, Security security) throws Exception {
        int port = security == Security.TLS ? dovecot.imapsPort() : dovecot.imapPort();
        HeardChanges heard = new HeardChanges();
        try (MailSession session =
                new ImapTransport()
                        .open(request(port, security), connector(), new NullProgressMonitor())) {
            session.changes("INBOX", Optional.empty(), heard, new NullProgressMonitor());
            session.bodies(
                    "INBOX",
                    heard.messages.values().stream().map(RemoteMessage::id).toList(),
                    (id, bytes) ->
                            assertTrue(new String(bytes.readAllBytes(), UTF_8).contains(TEXT)),
                    new NullProgressMonitor());
        }
    }

    private static OpenRequest request(int port, Security security) {
        return new OpenRequest(
                ACCOUNT,
                "localhost",
                Optional.of(new Endpoint("localhost", new Port(port))),
                security,
                JOE.name(),
                () -> Secret.of(JOE.password().toCharArray()),
                Timeouts.DEFAULT,
                new LoginWish(LoginWish.Kind.PASSWORD, Set.of("CRAM-MD5")));
    }

    private SocketConnector connector() {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        return new SocketConnector(
                ConnectionPolicies.builtIn(),
                new CertificateJudge(() -> anchors),
                Resolver.system(),
                Pins.NONE,
                log);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
