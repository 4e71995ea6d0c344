package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.transport.MailSession;

import java.time.Duration;
import java.util.Optional;

/** Logging in to a real Dovecot, on each {@link Way}. */
@ExtendWith(Ways.class)
class DovecotEntryTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();

    @ParameterizedTest
    @EnumSource
    void isProtectedAsAsked(Way way) throws Exception {
        try (MailSession session = way.open()) {
            assertEquals(way.security, session.posture().orElseThrow().security());
        }
    }

    @ParameterizedTest
    @EnumSource
    void logsInWithAwkwardNamesAndPasswords(Way way) throws Exception {
        String awkward = "pä\"ss\\wörd {5} 100%";
        try (Dovecot dovecot =
                        Dovecot.with()
                                .user("jöe", awkward)
                                .setting("auth_username_chars =")
                                .setting(
                                        "imap_capability = "
                                                + (way.capabilities.isEmpty()
                                                        ? "+"
                                                        : "IMAP4rev1 STARTTLS"))
                                .start();
                MailSession session =
                        Sessions.open(
                                Sessions.request(
                                        dovecot.host(),
                                        way.security == Security.TLS
                                                ? dovecot.imapsPort()
                                                : dovecot.imapPort(),
                                        way.security,
                                        dovecot.user(),
                                        Duration.ofSeconds(20)))) {
            assertFalse(session.mailboxes(MONITOR).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsAWrongPasswordFromEverythingElse(Way way) throws Exception {
        Dovecot dovecot = way.server();
        int port = way.security == Security.TLS ? dovecot.imapsPort() : dovecot.imapPort();
        var wrong = new org.postern.testing.TestUser("joe", "wrong");
        MailException rejected =
                assertThrows(
                        MailException.class,
                        () ->
                                Sessions.open(
                                        Sessions.request(
                                                dovecot.host(),
                                                port,
                                                way.security,
                                                wrong,
                                                Duration.ofSeconds(20))));
        Failure.LoginRejected failure = (Failure.LoginRejected) rejected.failure();
        assertEquals(Optional.of("AUTHENTICATIONFAILED"), failure.code());
    }
}
