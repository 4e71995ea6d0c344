package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.SilentPort;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;
import org.postern.ui.WidgetIds;

import java.net.ServerSocket;

/** Every cause is told apart in the alert: one account for each, all in one window. */
@ExtendWith(InWindow.class)
class CausesTest {

    private static final TestUser JOE = Dovecot.JOE;
    private static final Belongings OURS = new Belongings();
    private static Program program;

    @BeforeAll
    static void setUp() throws Exception {
        program = InWindow.program();
        Dovecot sound = OURS.keep(Dovecot.start());
        Dovecot noTls = OURS.keep(Dovecot.with().tlsOff().start());
        Dovecot strict = OURS.keep(Dovecot.with().tlsRequired().start());
        account("Refused", "imaps", Security.TLS, closedPort());
        program.add(
                "Nowhere", Program.settings("imaps", "mail.invalid", Security.TLS, 993, JOE), JOE);
        account("Silent", "imap", Security.NONE, OURS.keep(SilentPort.connecting()).port());
        account("Clear", "imaps", Security.TLS, sound.mislabelledImapsPort());
        account("Covered", "imap", Security.NONE, sound.imapsPort());
        account("Popper", "imap", Security.NONE, sound.popPort());
        account("Bare", "imap", Security.STARTTLS, noTls.imapPort());
        certificate("Unknown", TestCa.named("Nobody").sound());
        certificate("Expired", TestCa.shared().identity(CertificateKind.EXPIRED));
        certificate("Other", TestCa.shared().identity(CertificateKind.WRONG_HOST));
        account("Old", "imaps", Security.TLS, oldServer());
        program.add(
                "Forgetful",
                Program.settings("imaps", "localhost", Security.TLS, sound.imapsPort(), JOE),
                new TestUser(JOE.name(), "wrong"));
        program.add(
                "Strict",
                Program.settings("imap", strict.host(), Security.NONE, strict.imapPort(), JOE),
                JOE);
    }

    private static void account(String name, String transport, Security security, int port)
            throws Exception {
        program.add(name, transport, security, port, JOE);
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void certificate(String name, ServerIdentity identity) throws Exception {
        var server = ScriptedServer.tlsRefused(identity).forEveryConnection().start();
        account(name, "imaps", Security.TLS, OURS.keep(server).port());
    }

    private static int oldServer() throws Exception {
        var server = ScriptedServer.plain().refuseTlsVersion().forEveryConnection().start();
        return OURS.keep(server).port();
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Refused, connection-refused",
        "Nowhere, no-such-host",
        "Clear, no-ssl-on-port",
        "Popper, pop-answers",
        "Bare, starttls-missing",
        "Unknown, certificate-unknown",
        "Expired, certificate-expired",
        "Other, certificate-wrong-host",
        "Old, tls-too-old",
        "Forgetful, wrong-password",
        "Strict, login-needs-ssl",
        "Covered, clear-text-on-ssl-port",
        "Silent, silent-server"
    })
    void alertSaysWhatIsWrongInThatCase(String name, String cause) {
        Screen screen = program.screen();
        AlertPage alert = AlertPage.of(screen, name).raise();
        screen.picture("cause-" + cause);
        Diagnosis expected = diagnosis(name);

        assertEquals(cause, expected.cause());
        assertEquals(expected.tried(), alert.tried());
        assertEquals(expected.seen(), alert.seen());
        assertEquals(expected.meaning(), alert.meaning());
        for (int i = 0; i < expected.mends().size(); i++) {
            assertEquals(
                    expected.mends().get(i).label(),
                    Texts.of(screen, alert.button(WidgetIds.ALERT_MEND + i)));
        }
        String badge = new FoldersPage(screen).badge(name);
        assertTrue(!badge.isEmpty() && !badge.equals("not protected"), badge);
        alert.close();
    }

    private static Diagnosis diagnosis(String name) {
        AccountId id = Program.id(name);
        Account account = program.services().accounts().find(id).orElseThrow();
        Failure failure = program.services().engine().state(id).reason().orElseThrow();
        return program.services().diagnostician().diagnose(account, failure);
    }
}
