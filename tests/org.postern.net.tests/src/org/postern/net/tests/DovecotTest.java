package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.net.Connection;
import org.postern.net.Dialects;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The Connector against a real server. */
class DovecotTest {

    private static Dovecot dovecot;

    @BeforeAll
    static void start() throws Exception {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stop() throws Exception {
        dovecot.close();
    }

    @Test
    void opensImapInClear() throws Exception {
        try (Connection open = imap(Security.NONE, dovecot.imapPort())) {
            assertEquals(Security.NONE, open.posture().security());
            assertTrue(open.greeting().orElseThrow().startsWith("* OK"));
            assertAnswers(open, "x NOOP", "x OK");
        }
    }

    @Test
    void upgradesImap() throws Exception {
        try (Connection open = imap(Security.STARTTLS, dovecot.imapPort())) {
            assertEquals(Security.STARTTLS, open.posture().security());
            assertEquals("TLSv1.3", open.posture().protocol().orElseThrow());
            assertTrue(open.greeting().isEmpty());
            assertAnswers(open, "x NOOP", "x OK");
        }
    }

    @Test
    void opensImapUnderTls() throws Exception {
        try (Connection open = imap(Security.TLS, dovecot.imapsPort())) {
            assertEquals(Security.TLS, open.posture().security());
            assertEquals(2, open.posture().chain().size());
            assertTrue(open.greeting().orElseThrow().startsWith("* OK"));
            assertAnswers(open, "x NOOP", "x OK");
        }
    }

    @Test
    void opensPopInClear() throws Exception {
        try (Connection open = pop(Security.NONE, dovecot.popPort())) {
            assertAnswers(open, "CAPA", "+OK");
        }
    }

    @Test
    void upgradesPop() throws Exception {
        try (Connection open = pop(Security.STARTTLS, dovecot.popPort())) {
            assertAnswers(open, "CAPA", "+OK");
        }
    }

    @Test
    void opensPopUnderTls() throws Exception {
        try (Connection open = pop(Security.TLS, dovecot.popsPort())) {
            assertAnswers(open, "CAPA", "+OK");
        }
    }

    @Test
    void seesClearTextOnAnSslPort() {
        Failure imap = Client.with(Security.TLS).failure(dovecot.mislabelledImapsPort());
        assertEquals(
                Speaks.IMAP, assertInstanceOf(Failure.ClearTextOnTlsPort.class, imap).speaks());
        Failure pop =
                Client.with(Security.TLS)
                        .speaking(Dialects.POP3)
                        .failure(dovecot.mislabelledPopsPort());
        assertEquals(Speaks.POP3, assertInstanceOf(Failure.ClearTextOnTlsPort.class, pop).speaks());
    }

    @Test
    void missesStartTlsWhereTlsIsOff() throws Exception {
        try (Dovecot without = Dovecot.with().tlsOff().start()) {
            Client client = Client.with(Security.STARTTLS);
            assertInstanceOf(Failure.StartTlsMissing.class, client.failure(without.imapPort()));
            assertInstanceOf(
                    Failure.StartTlsMissing.class,
                    client.speaking(Dialects.POP3).failure(without.popPort()));
        }
    }

    @Test
    void refusesTheCertificateOfAnotherHostInEveryProtectedMode() throws Exception {
        try (Dovecot other = Dovecot.with().certificate(CertificateKind.WRONG_HOST).start()) {
            assertWrongHost(Client.with(Security.TLS).failure(other.imapsPort()));
            assertWrongHost(Client.with(Security.STARTTLS).failure(other.imapPort()));
        }
    }

    private static void assertWrongHost(Failure failure) {
        Failure.CertificateRejected rejected =
                assertInstanceOf(Failure.CertificateRejected.class, failure);
        assertEquals(CertificateProblem.WRONG_HOST, rejected.problem());
        assertTrue(rejected.names().contains("elsewhere.example.org"));
    }

    @Test
    void refusesTlsThatIsTooOld() throws Exception {
        try (Dovecot old = Dovecot.with().oldTlsOnly().start()) {
            assertInstanceOf(
                    Failure.TlsTooOld.class, Client.with(Security.TLS).failure(old.imapsPort()));
            assertInstanceOf(
                    Failure.TlsTooOld.class,
                    Client.with(Security.STARTTLS).failure(old.imapPort()));
        }
    }

    private static Connection imap(Security security, int port) throws Exception {
        return Client.with(security).connect("localhost", port);
    }

    private static Connection pop(Security security, int port) throws Exception {
        return Client.with(security).speaking(Dialects.POP3).connect("localhost", port);
    }

    private static void assertAnswers(Connection open, String command, String answer)
            throws Exception {
        open.out().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        var reader = new BufferedReader(new InputStreamReader(open.in()));
        String line = reader.readLine();
        assertTrue(line.startsWith(answer), line);
    }
}
