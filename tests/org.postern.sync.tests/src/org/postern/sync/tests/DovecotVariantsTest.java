package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.Login;
import org.postern.net.Posture;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.sync.AccountState;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Dovecot;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;

import java.nio.file.Path;
import java.util.Optional;

/** The engine on Dovecots that are each set up in another way. */
class DovecotVariantsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void receivesOverTheOnlyVersionThatTheServerHas(String version) throws Exception {
        try (Dovecot dovecot = Dovecot.with().onlyTls(version).start()) {
            dovecot.append("INBOX", TestMail.subject("hello").bytes());
            Posture imaps = receives(dovecot, "imaps", Security.TLS, dovecot.imapsPort());
            assertEquals(Optional.of(version), imaps.protocol());
            Posture imap = receives(dovecot, "imap", Security.STARTTLS, dovecot.imapPort());
            assertEquals(Optional.of(version), imap.protocol());
            Posture pops = receives(dovecot, "pops", Security.TLS, dovecot.popsPort());
            assertEquals(Optional.of(version), pops.protocol());
        }
    }

    @Test
    void logsInWithoutShowingThePasswordWhereTheServerCanScram() throws Exception {
        try (Dovecot dovecot = Dovecot.with().mechanisms("scram-sha-256 plain").start()) {
            dovecot.append("INBOX", TestMail.subject("hello").bytes());
            Login scram = new Login("SCRAM-SHA-256", false, false);
            Posture imaps = receives(dovecot, "imaps", Security.TLS, dovecot.imapsPort());
            assertEquals(Optional.of(scram), imaps.login());
            Posture pop = receives(dovecot, "pop", Security.STARTTLS, dovecot.popPort());
            assertEquals(Optional.of(scram), pop.login());
        }
    }

    private Posture receives(Dovecot dovecot, String transport, Security security, int port)
            throws Exception {
        try (RecordingProxy wire = RecordingProxy.to(port).start();
                Bench bench = bench(dovecot, transport, security, wire.port())) {
            bench.refresh();
            assertEquals(1, bench.store.rows(bench.inbox()).size());
            ClearTextRules.assertKept(wire);
            wire.assertNeverInClear(dovecot.user().password());
            return ((AccountState.Online) bench.state()).posture().orElseThrow();
        }
    }

    /** A new one with an account of the server's user. */
    private Bench bench(Dovecot dovecot, String transport, Security security, int port)
            throws MailException {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        CertificateJudge judge = new CertificateJudge(() -> anchors);
        Bench bench =
                Bench.real(
                        folder.resolve(transport),
                        new SocketConnector(ConnectionPolicies.builtIn(), judge));
        bench.add(
                TestAccounts.at(port, transport, security, dovecot.user().name()),
                dovecot.user().password());
        return bench;
    }

    /** The account is in clear by the user's choice, and still nobody shouts a password. */
    @Test
    void saysNoPasswordWhereTheServerWantsTlsFirst() throws Exception {
        try (Dovecot dovecot = Dovecot.with().tlsRequired().start();
                RecordingProxy wire =
                        RecordingProxy.to(dovecot.host(), dovecot.imapPort()).start();
                Bench bench = bench(dovecot, "imap", Security.NONE, wire.port())) {
            assertThrows(MailException.class, bench::refresh);
            AccountState.OfflineCannot offline = (AccountState.OfflineCannot) bench.state();
            assertInstanceOf(Failure.LoginDisabled.class, offline.failure());
            ClearTextRules.assertKept(wire);
        }
    }
}
