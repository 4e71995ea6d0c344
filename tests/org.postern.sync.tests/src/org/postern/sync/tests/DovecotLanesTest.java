package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Several sessions at once on a real server, one that bears them and one that does not. */
class DovecotLanesTest {

    private static final int MANY = 250;

    @TempDir Path folder;

    @Test
    void fetchesThroughSeveralSessions() throws Exception {
        receives(Dovecot.with().mailbox("Archiv"));
    }

    @Test
    void fetchesThroughOneWhereTheServerBearsNoMore() throws Exception {
        receives(Dovecot.with().mailbox("Archiv").setting("mail_max_userip_connections = 1"));
    }

    private void receives(DovecotSetup setup) throws Exception {
        try (Dovecot dovecot = setup.start();
                Bench bench = bench()) {
            List<byte[]> mail = TestMail.series(MANY);
            dovecot.append("INBOX", mail);
            dovecot.append("Archiv", mail.subList(0, 50));
            bench.add(account(dovecot), dovecot.user().password());
            bench.refresh();
            assertInstanceOf(AccountState.Online.class, bench.state());
            List<MessageRow> rows = bench.store.rows(bench.inbox());
            assertEquals(MANY, rows.size());
            for (int i = 0; i < MANY; i++) {
                assertArrayEquals(mail.get(MANY - 1 - i), bytes(bench, rows.get(i)));
            }
            assertTrue(
                    bench.store.rows(bench.box("Archiv")).stream().allMatch(MessageRow::complete));
            assertEquals(MANY, bodies(bench), "the same bytes are kept once");
            bench.refresh();
            assertEquals(MANY, bench.store.rows(bench.inbox()).size());
        }
    }

    private static byte[] bytes(Bench bench, MessageRow row) throws Exception {
        try (var body = bench.store.open(row.id()).orElseThrow()) {
            return body.readAllBytes();
        }
    }

    private static long bodies(Bench bench) throws Exception {
        return bench.store.verify(new NullProgressMonitor()).bodies();
    }

    private Bench bench() throws Exception {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        return Bench.real(
                folder,
                new SocketConnector(
                        ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors)));
    }

    private static Account account(Dovecot dovecot) {
        return new Account(
                Bench.A,
                "Dovecot",
                List.of(),
                new ServerSettings(
                        "imaps",
                        dovecot.host(),
                        Optional.of(new Port(dovecot.imapsPort())),
                        dovecot.user().name(),
                        Authentication.PASSWORD,
                        Security.TLS),
                TestAccounts.BY_HAND);
    }
}
