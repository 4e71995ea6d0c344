package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.net.Connector;
import org.postern.net.Login;
import org.postern.net.LoginWish;
import org.postern.security.ClientIdentity;
import org.postern.testing.Dovecot;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How one logs in to a real server, by each mechanism that it has. */
@Timeout(120)
class DovecotLoginTest {

    private static final TestUser ODD = new TestUser("jo=e,\u00fc", "quo\"te\\ p\u00e4ss,=");

    private static OpenRequest request(
            Dovecot dovecot, Security security, TestUser user, LoginWish wish) {
        int port = security == Security.TLS ? dovecot.imapsPort() : dovecot.imapPort();
        OpenRequest plain =
                Sessions.request(dovecot.host(), port, security, user, Duration.ofSeconds(20));
        return new OpenRequest(
                plain.account(),
                plain.location(),
                plain.endpoint(),
                plain.security(),
                plain.user(),
                plain.credentials(),
                plain.timeouts(),
                wish);
    }

    private static Login login(OpenRequest request) throws MailException {
        try (MailSession session = Sessions.open(request)) {
            assertFalse(session.mailboxes(new NullProgressMonitor()).isEmpty());
            return session.posture().orElseThrow().login().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scram-sha-1 scram-sha-256 plain login, SCRAM-SHA-256, false",
        "scram-sha-1 cram-md5 plain login, SCRAM-SHA-1, false",
        "cram-md5 plain login, CRAM-MD5, false",
        "plain login, PLAIN, true",
    })
    void theStrongestThatTheServerHas(String offered, String chosen, boolean shown)
            throws Exception {
        LoginWish wish = new LoginWish(LoginWish.Kind.PASSWORD, Set.of("CRAM-MD5"));
        try (Dovecot dovecot =
                Dovecot.with()
                        .user(ODD.name(), ODD.password())
                        .mechanisms(offered)
                        .setting("auth_username_chars =")
                        .start()) {
            for (Security security : Security.values()) {
                assertEquals(
                        new Login(chosen, shown, false),
                        login(request(dovecot, security, ODD, wish)));
            }
        }
    }

    /** In clear such a Dovecot says LOGINDISABLED, and nobody tells it a password. */
    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void theOldestMechanismComesLast(Security security) throws Exception {
        try (Dovecot dovecot = Dovecot.with().mechanisms("login").start()) {
            OpenRequest request = request(dovecot, security, Dovecot.JOE, LoginWish.PASSWORD);
            assertEquals(new Login("LOGIN", true, false), login(request));
        }
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void aWrongPasswordIsToldWithItsCode(Security security) throws Exception {
        try (Dovecot dovecot = Dovecot.with().mechanisms("scram-sha-256").start()) {
            TestUser forgetful = new TestUser("joe", "wrong");
            OpenRequest request = request(dovecot, security, forgetful, LoginWish.PASSWORD);
            Failure failure = assertThrows(MailException.class, () -> login(request)).failure();
            Failure.LoginRejected rejected = assertInstanceOf(Failure.LoginRejected.class, failure);
            assertEquals(Optional.of("AUTHENTICATIONFAILED"), rejected.code());
        }
    }

    @Test
    void nothingInCommonIsToldBeforeThePasswordIsAskedFor() throws Exception {
        try (Dovecot dovecot = Dovecot.with().mechanisms("cram-md5").tlsRequired().start()) {
            OpenRequest asking = request(dovecot, Security.TLS, Dovecot.JOE, TOKEN);
            OpenRequest request =
                    new OpenRequest(
                            asking.account(),
                            asking.location(),
                            asking.endpoint(),
                            asking.security(),
                            asking.user(),
                            () -> {
                                throw new AssertionError("nobody may ask for it");
                            },
                            asking.timeouts(),
                            asking.login());
            Failure failure =
                    assertThrows(MailException.class, () -> Sessions.open(request)).failure();
            Failure.MechanismMissing missing =
                    assertInstanceOf(Failure.MechanismMissing.class, failure);
            assertTrue(missing.offered().contains("CRAM-MD5"), failure.toString());
        }
    }

    private static final LoginWish TOKEN = new LoginWish(LoginWish.Kind.TOKEN, Set.of());
    private static final LoginWish CERTIFICATE =
            new LoginWish(LoginWish.Kind.CERTIFICATE, Set.of());

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void theCertificateOfTheHandshakeSaysWhoOneIs(Security security) throws Exception {
        ServerIdentity joe = TestCa.shared().clientFor("joe");
        Optional<ClientIdentity> client = Optional.of(new ClientIdentity(joe.chain(), joe.key()));
        Connector showing = (r, m) -> Sessions.connector().connect(r.withClient(client), m);
        try (Dovecot dovecot =
                        Dovecot.with()
                                .mechanisms("plain", "external")
                                .clientCertificates()
                                .start();
                MailSession session =
                        new ImapTransport()
                                .open(
                                        request(dovecot, security, Dovecot.JOE, CERTIFICATE),
                                        showing,
                                        new NullProgressMonitor())) {
            assertFalse(session.mailboxes(new NullProgressMonitor()).isEmpty());
            assertEquals(
                    Optional.of(new Login("EXTERNAL", false, true)),
                    session.posture().orElseThrow().login());
        }
    }

    @Test
    void withoutACertificateExternalIsNotTried() throws Exception {
        try (Dovecot dovecot =
                Dovecot.with().mechanisms("plain", "external").clientCertificates().start()) {
            OpenRequest request = request(dovecot, Security.TLS, Dovecot.JOE, CERTIFICATE);
            Failure failure =
                    assertThrows(MailException.class, () -> Sessions.open(request)).failure();
            assertInstanceOf(Failure.MechanismMissing.class, failure);
        }
    }
}
