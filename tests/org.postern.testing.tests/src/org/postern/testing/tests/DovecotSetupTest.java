package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.Eventually;
import org.postern.testing.RawImap;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

@Timeout(60)
class DovecotSetupTest {

    @ParameterizedTest
    @EnumSource(
            value = CertificateKind.class,
            names = {"EXPIRED", "SELF_SIGNED", "WRONG_HOST"})
    void presentsBadCertificatesAndCanStillBeArranged(CertificateKind kind) throws Exception {
        try (Dovecot dovecot = Dovecot.with().certificate(kind).start()) {
            assertThrows(SSLException.class, () -> Line.tls(dovecot.imapsPort()));
            try (RawImap client = dovecot.raw()) {
                assertEquals(List.of(), client.select("INBOX").uids());
            }
        }
    }

    @Test
    void refusesLoginsInClearWhereTlsIsRequired() throws Exception {
        try (Dovecot dovecot = Dovecot.with().tlsRequired().start();
                Line client = Line.plain(dovecot.host(), dovecot.imapPort())) {
            assertTrue(client.read().contains("LOGINDISABLED"));
            try (RawImap arranging = dovecot.raw()) {
                assertEquals(List.of(), arranging.select("INBOX").uids());
            }
        }
    }

    @Test
    void knowsNoTlsWhereItIsOff() throws Exception {
        try (Dovecot dovecot = Dovecot.with().tlsOff().start();
                Line client = Line.plain(dovecot.imapPort())) {
            assertFalse(client.read().contains("STARTTLS"));
            assertThrows(IllegalStateException.class, dovecot::imapsPort);
            try (RawImap arranging = dovecot.raw()) {
                assertEquals(List.of(), arranging.select("INBOX").uids());
            }
        }
    }

    @Test
    void hasSeveralUsersWithAnyPassword() throws Exception {
        try (Dovecot dovecot =
                Dovecot.with()
                        .user("ann@example.org", "a:b \"c\\ d")
                        .user("bob", "geheim")
                        .start()) {
            assertEquals("ann@example.org", dovecot.user().name());
            dovecot.append("INBOX", "Subject: x\r\n\r\n".getBytes());
            try (RawImap ann = dovecot.raw();
                    RawImap bob = dovecot.raw(new TestUser("bob", "geheim"))) {
                assertEquals(1, ann.select("INBOX").uids().size());
                assertEquals(0, bob.select("INBOX").uids().size());
            }
        }
    }

    @Test
    void storesInMaildirWithOtherMailboxes() throws Exception {
        try (Dovecot dovecot =
                        Dovecot.with()
                                .maildir()
                                .onlyInbox()
                                .mailbox("Work", "\\Important")
                                .start();
                RawImap client = dovecot.raw()) {
            List<String> list = client.command("LIST \"\" *");
            assertEquals(3, list.size(), list::toString);
            assertTrue(list.toString().contains("\\Important"), list::toString);
        }
    }

    @Test
    void canSpeakNothingNewerThanTls11() throws Exception {
        try (Dovecot dovecot = Dovecot.with().oldTlsOnly().start()) {
            assertThrows(SSLException.class, () -> Line.tls(dovecot.imapsPort()));
            Eventually.until(
                    () -> dovecot.log().contains("unsupported protocol"),
                    Duration.ofSeconds(5),
                    dovecot::log);
        }
    }

    @Test
    void presentsEvenWhatOpenSslHoldsForTooWeak() throws Exception {
        var identity = TestCa.shared().identity(CertificateKind.SHA1_SIGNATURE);
        try (Dovecot dovecot = Dovecot.with().identity(identity).start();
                Line client = Line.tls(dovecot.imapsPort())) {
            assertEquals(identity.chain(), client.certificates());
        }
    }

    @Test
    void leavesNoProcessAndNoFolderBehind() throws Exception {
        Set<Long> before = children();
        Set<Long> during;
        try (Dovecot dovecot = Dovecot.start();
                RawImap client = dovecot.raw()) {
            client.select("INBOX");
            during = children();
        }
        during.removeAll(before);
        assertTrue(during.size() > 3, "guard, master, anvil, log, imap ... but " + during);
        during.retainAll(children());
        assertEquals(Set.of(), during);
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
