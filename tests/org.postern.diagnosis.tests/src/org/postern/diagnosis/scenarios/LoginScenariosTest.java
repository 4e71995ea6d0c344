package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;
import org.postern.testing.TlsServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

/** The server is fine, and does not let the user in. */
class LoginScenariosTest {

    private final Clinic clinic = new Clinic();

    @Test
    void aWrongPassword() throws Exception {
        try (Dovecot server = Dovecot.with().setting("auth_failure_delay = 0").start()) {
            clinic.assertCause("wrong-password", Patient.imaps(server.imapsPort()));
            clinic.assertCause("wrong-password", Patient.pops(server.popsPort()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    password-expired      | NO [EXPIRED] Renew it
                    password-expired      | NO Your password has expired
                    application-password  | NO [ALERT] Application-specific password required
                    application-password  | NO [WEBALERT https://accounts.example] Web login required
                    application-password  | NO Please log in via your web browser
                    access-switched-off   | NO [ALERT] Your account is not enabled for IMAP use.
                    password-login-off    | NO BasicAuthBlocked
                    account-disabled      | NO [AUTHENTICATIONFAILED] Account is disabled
                    account-disabled      | NO Your account has been temporarily suspended
                    not-authorised        | NO [AUTHORIZATIONFAILED] No such privilege
                    login-unavailable     | NO [UNAVAILABLE] The directory is away
                    contact-administrator | NO [CONTACTADMIN] Call me
                    too-many-logins       | NO Too many failed login attempts
                    wrong-password        | NO [AUTHENTICATIONFAILED] Invalid credentials
                    quota                 | NO [OVERQUOTA] The mailbox is full
                    """)
    void anAnswerToTheLogin(String cause, String answer) throws Exception {
        try (ScriptedServer server = Servers.imapLogin(answer).start()) {
            clinic.assertCause(cause, Patient.imaps(server.port()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mailbox-locked        | -ERR [IN-USE] Another session has it
                    mailbox-locked        | -ERR maildrop already locked
                    too-many-logins       | -ERR [LOGIN-DELAY] Once a minute
                    contact-administrator | -ERR [SYS/PERM] Broken for good
                    access-switched-off   | -ERR POP3 access is disabled
                    wrong-password        | -ERR [AUTH] Invalid login
                    """)
    void anAnswerToTheLoginOfPop(String cause, String answer) throws Exception {
        try (ScriptedServer server = Servers.popLogin(answer).start()) {
            clinic.assertCause(cause, Patient.pops(server.port()));
        }
    }

    @Test
    void noLoginInClear() throws Exception {
        try (Dovecot server = Dovecot.with().tlsRequired().start()) {
            clinic.usual(Security.TLS, server.imapsPort());
            clinic.usual(Security.STARTTLS, server.imapPort());
            Diagnosis found =
                    clinic.assertCause(
                            "login-needs-ssl",
                            Patient.at(server.host(), "imap", server.imapPort(), Security.NONE));
            assertEquals("imaps", found.mends().getFirst().settings().transport());
        }
    }

    @Test
    void noLoginEvenWithSsl() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready")
                        .expectClose()
                        .forEveryConnection()
                        .start()) {
            clinic.alone().assertCause("login-disabled", Patient.imaps(server.port()));
        }
    }

    @Test
    void noWayToLogInThatBothKnow() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=GSSAPI] ready")
                        .expectClose()
                        .forEveryConnection()
                        .start()) {
            clinic.assertCause("mechanism-missing", Patient.imaps(server.port()));
        }
    }

    @Test
    void aServerThatCannotProveItself() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=SCRAM-SHA-256] ready")
                        .expect("{tag} AUTHENTICATE SCRAM-SHA-256 {rest...}")
                        .send("+ cj1ub3QgeW91cnMscz1hYWFhLGk9NDA5Ng==")
                        .expectClose()
                        .forEveryConnection()
                        .start()) {
            clinic.assertCause("server-not-proven", Patient.imaps(server.port()));
        }
    }

    @Test
    void aTokenThatIsNotValid() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready")
                        .expect("{tag} AUTHENTICATE XOAUTH2 {rest...}")
                        .send("{tag} NO [AUTHENTICATIONFAILED] no")
                        .forEveryConnection()
                        .start()) {
            clinic.giving(() -> Secret.of("ya29.stale".toCharArray()));
            clinic.assertCause("wrong-token", account(server.port(), Authentication.TOKEN));
        }
    }

    @Test
    void aCertificateThatDoesNotLogIn() throws Exception {
        try (TlsServer server =
                new TlsServer(
                        TestCa.shared().sound(),
                        socket -> socket.setNeedClientAuth(true),
                        LoginScenariosTest::refuseExternal)) {
            ServerIdentity own = TestCa.shared().identity(CertificateKind.CLIENT_ONLY);
            clinic.connecting(Servers.showing(Optional.of(own)));
            clinic.assertCause(
                    "certificate-login-refused",
                    account(server.port(), Authentication.CERTIFICATE));
        }
    }

    private static void refuseExternal(SSLSocket socket) throws IOException {
        TlsServer.say(socket, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=EXTERNAL] ready\r\n");
        InputStreamReader in = new InputStreamReader(socket.getInputStream(), US_ASCII);
        String tag = new BufferedReader(in).readLine().replaceFirst(" .*", "");
        TlsServer.say(socket, tag + " NO [AUTHENTICATIONFAILED] no\r\n");
    }

    private static Account account(int port, Authentication by) {
        return Patient.with(
                new ServerSettings(
                        "imaps",
                        "localhost",
                        Optional.of(new Port(port)),
                        Patient.USER,
                        by,
                        Security.TLS));
    }
}
