package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Mend;
import org.postern.testing.Dovecot;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.SilentPort;

import java.time.Duration;
import java.util.List;

/** Somebody answers, but not as expected. */
class ProtocolScenariosTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final Clinic clinic = new Clinic();

    @Test
    void sslOnThePlainPortWhileTheRightOneIsOpen() throws Exception {
        try (Dovecot server = Dovecot.start()) {
            clinic.usual(Security.TLS, server.imapsPort()).usual(Security.NONE, server.imapPort());
            clinic.usual(Security.STARTTLS, server.imapPort());
            Diagnosis found =
                    clinic.assertCause("ssl-on-clear-text-port", Patient.imaps(server.imapPort()));
            assertEquals(
                    List.of(
                            "Use port " + server.imapsPort() + ": it answers",
                            "Use port " + server.imapPort() + " with STARTTLS: it answers",
                            "Turn SSL off and use port " + server.imapPort() + ": it answers"),
                    Servers.labels(found));
        }
    }

    @Test
    void sslOnThePlainPortOfAServerWithoutSsl() throws Exception {
        try (Dovecot server = Dovecot.with().tlsOff().start()) {
            clinic.usual(Security.NONE, server.imapPort());
            Diagnosis found =
                    clinic.assertCause("no-ssl-on-port", Patient.imaps(server.imapPort()));
            assertEquals(1, found.mends().size(), found::toString);
            assertTrue(found.mends().getFirst().lessProtected());
        }
    }

    @Test
    void clearTextOnTheSslPort() throws Exception {
        try (Dovecot server = Dovecot.start()) {
            clinic.waiting(Duration.ofSeconds(2)).usual(Security.TLS, server.imapsPort());
            Diagnosis found =
                    clinic.assertCause("clear-text-on-ssl-port", Patient.imap(server.imapsPort()));
            Mend first = found.mends().getFirst();
            assertEquals(Security.TLS, first.settings().security());
            assertEquals("imaps", first.settings().transport());
        }
    }

    @Test
    void popOnAnImapPort() throws Exception {
        try (Dovecot server = Dovecot.start()) {
            clinic.assertCause("pop-answers", Patient.imap(server.popPort()));
        }
    }

    @Test
    void popOnAnImapPortThatShouldHaveSsl() throws Exception {
        try (Dovecot server = Dovecot.start()) {
            clinic.alone().assertCause("pop-answers", Patient.imaps(server.popsPort()));
        }
    }

    @Test
    void imapOnAPopPort() throws Exception {
        try (Dovecot server = Dovecot.start()) {
            clinic.assertCause("imap-answers", Patient.pop(server.imapPort()));
        }
    }

    @Test
    void aServerForSendingMail() throws Exception {
        try (ScriptedServer server = Servers.says("220 mail.test ESMTP Postfix").start()) {
            clinic.assertCause("smtp-answers", Patient.imap(server.port()));
        }
    }

    @Test
    void aServerForSendingMailWhereSslWasAskedFor() throws Exception {
        try (ScriptedServer server = Servers.says("220 mail.test ESMTP Postfix").start()) {
            clinic.assertCause("smtp-answers", Patient.imaps(server.port()));
        }
    }

    @Test
    void aServerForRemoteLogin() throws Exception {
        try (ScriptedServer server = Servers.says("SSH-2.0-OpenSSH_9.6").start()) {
            clinic.assertCause("ssh-answers", Patient.imaps(server.port()));
        }
    }

    @Test
    void aWebServer() throws Exception {
        try (ScriptedServer server = web("HTTP/1.1 400 Bad Request").start()) {
            clinic.alone().assertCause("http-answers", Patient.imaps(server.port()));
        }
    }

    @Test
    void aPageThatWantsASignIn() throws Exception {
        try (ScriptedServer server = web("HTTP/1.1 511 Network Authentication Required").start()) {
            clinic.alone().assertCause("captive-portal", Patient.imaps(server.port()));
        }
    }

    @Test
    void aPageThatSendsElsewhereOnAPortWithoutSsl() throws Exception {
        try (ScriptedServer server = web("HTTP/1.1 302 Found").start()) {
            clinic.waiting(SHORT).assertCause("captive-portal", Patient.imap(server.port()));
        }
    }

    @Test
    void webServersOnAllPortsOfMail() throws Exception {
        try (ScriptedServer tls = web("HTTP/1.0 400 Bad request").start();
                ScriptedServer clear = web("HTTP/1.0 400 Bad request").start();
                ScriptedServer odd = web("HTTP/1.0 400 Bad request").start()) {
            clinic.usual(Security.TLS, tls.port()).usual(Security.NONE, clear.port());
            clinic.usual(Security.STARTTLS, clear.port());
            clinic.assertCause("captive-portal", Patient.imaps(odd.port()));
        }
    }

    private static Script web(String status) {
        return ScriptedServer.plain()
                .expectBytes("5")
                .send(status, "Content-Length: 0", "")
                .hangUp()
                .forEveryConnection();
    }

    @Test
    void somethingThatNobodyKnows() throws Exception {
        try (ScriptedServer server = Servers.says("Hello stranger").start()) {
            clinic.assertCause("unknown-protocol", Patient.imap(server.port()));
        }
    }

    @Test
    void aGreetingThatNeverComes() throws Exception {
        try (SilentPort port = SilentPort.connecting()) {
            clinic.alone().waiting(SHORT).assertCause("silent-server", Patient.imap(port.port()));
        }
    }

    @Test
    void aHandshakeThatNobodyAnswers() throws Exception {
        try (SilentPort port = SilentPort.connecting()) {
            clinic.alone()
                    .waiting(SHORT)
                    .assertCause("handshake-time-out", Patient.imaps(port.port()));
        }
    }
}
