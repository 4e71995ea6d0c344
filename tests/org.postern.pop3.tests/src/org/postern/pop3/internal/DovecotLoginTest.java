package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.Connector;
import org.postern.net.Login;
import org.postern.net.LoginWish;
import org.postern.security.ClientIdentity;
import org.postern.testing.Dovecot;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;
import org.postern.transport.OpenRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How one logs in to a real server, by each mechanism that it has. */
@Timeout(120)
class DovecotLoginTest {

    private static final TestUser ODD = new TestUser("jo=e,\u00fc", "quo\"te\\ p\u00e4ss,=");
    private static final LoginWish WISH =
            new LoginWish(LoginWish.Kind.PASSWORD, Set.of("CRAM-MD5"));

    private static Login login(OpenRequest request, Connector connector) throws MailException {
        try (PopSession session = PopSession.open(request, connector, new NullProgressMonitor())) {
            assertEquals(1, session.mailboxes(new NullProgressMonitor()).size());
            return session.posture().orElseThrow().login().orElseThrow();
        }
    }

    private static int port(Dovecot dovecot, Security security) {
        return security == Security.TLS ? dovecot.popsPort() : dovecot.popPort();
    }

    @ParameterizedTest
    @CsvSource({
        "scram-sha-1 scram-sha-256 plain login, SCRAM-SHA-256, false",
        "scram-sha-1 cram-md5 plain, SCRAM-SHA-1, false",
        "cram-md5 plain login, CRAM-MD5, false",
        "plain login, PLAIN, true",
    })
    void theStrongestThatTheServerHas(String offered, String chosen, boolean shown)
            throws Exception {
        try (Dovecot dovecot =
                Dovecot.with()
                        .user(ODD.name(), ODD.password())
                        .mechanisms(offered)
                        .setting("auth_username_chars =")
                        .start()) {
            for (Security security : Security.values()) {
                OpenRequest request =
                        PopHarness.request(port(dovecot, security), security, ODD, WISH);
                assertEquals(
                        new Login(chosen, shown, false), login(request, PopHarness.connector()));
            }
        }
    }

    @Test
    void aWrongPasswordIsToldWithItsCode() throws Exception {
        try (Dovecot dovecot = Dovecot.with().mechanisms("scram-sha-256").start()) {
            TestUser forgetful = new TestUser("joe", "wrong");
            OpenRequest request =
                    PopHarness.request(dovecot.popsPort(), Security.TLS, forgetful, WISH);
            Failure failure =
                    assertThrows(MailException.class, () -> login(request, PopHarness.connector()))
                            .failure();
            assertEquals(
                    Optional.of("AUTH"),
                    assertInstanceOf(Failure.LoginRejected.class, failure).code());
        }
    }

    @Test
    void theCertificateOfTheHandshakeSaysWhoOneIs() throws Exception {
        ServerIdentity joe = TestCa.shared().clientFor("joe");
        Optional<ClientIdentity> client = Optional.of(new ClientIdentity(joe.chain(), joe.key()));
        Connector showing = (r, m) -> PopHarness.connector().connect(r.withClient(client), m);
        LoginWish wish = new LoginWish(LoginWish.Kind.CERTIFICATE, Set.of());
        try (Dovecot dovecot =
                Dovecot.with().mechanisms("plain", "external").clientCertificates().start()) {
            for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
                OpenRequest request =
                        PopHarness.request(port(dovecot, security), security, Dovecot.JOE, wish);
                assertEquals(new Login("EXTERNAL", false, true), login(request, showing));
            }
        }
    }
}
