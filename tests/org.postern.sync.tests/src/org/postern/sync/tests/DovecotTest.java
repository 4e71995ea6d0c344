package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.testing.CertificateKind;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;
import org.postern.testing.Eventually;
import org.postern.testing.RawImap;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The engine with real transports, connections and store on a real server. */
class DovecotTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;
    private Dovecot dovecot;
    private Bench bench;
    private final List<RecordingProxy> wires = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        dovecot = setup().start();
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        bench =
                Bench.real(
                        folder,
                        new SocketConnector(
                                ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors)));
    }

    private static DovecotSetup setup() {
        return Dovecot.with().mailbox("Papierkorb", "\\Trash").mailbox("Archiv");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        for (RecordingProxy wire : wires) {
            wire.close();
            ClearTextRules.assertKept(wire);
            wire.assertNeverInClear(dovecot.user().password());
        }
        dovecot.close();
    }

    /** A proxy that sees that only discovery goes by in clear, where protection is asked for. */
    private int watched(Security security, int port) throws IOException {
        if (!security.isProtected()) {
            return port;
        }
        RecordingProxy wire = RecordingProxy.to(port).start();
        wires.add(wire);
        return wire.port();
    }

    private void account(String transport, Security security, int port) throws Exception {
        account(transport, security, port, TestAccounts.BY_HAND);
    }

    private void account(String transport, Security security, int port, SyncOptions sync)
            throws Exception {
        bench.add(
                new Account(
                        Bench.A,
                        "Dovecot",
                        List.of(),
                        new ServerSettings(
                                transport,
                                dovecot.host(),
                                Optional.of(new Port(watched(security, port))),
                                dovecot.user().name(),
                                Authentication.PASSWORD,
                                security),
                        sync),
                dovecot.user().password());
    }

    @Test
    void receivesThroughImapInClear() throws Exception {
        account("imap", Security.NONE, dovecot.imapPort());
        receives(Security.NONE);
    }

    @Test
    void receivesThroughImapWithStartTls() throws Exception {
        account("imap", Security.STARTTLS, dovecot.imapPort());
        receives(Security.STARTTLS);
    }

    @Test
    void receivesThroughImaps() throws Exception {
        account("imaps", Security.TLS, dovecot.imapsPort());
        receives(Security.TLS);
    }

    @Test
    void receivesThroughPopInClear() throws Exception {
        account("pop", Security.NONE, dovecot.popPort());
        receives(Security.NONE);
    }

    @Test
    void receivesThroughPopWithStls() throws Exception {
        account("pop", Security.STARTTLS, dovecot.popPort());
        receives(Security.STARTTLS);
    }

    @Test
    void receivesThroughPops() throws Exception {
        account("pops", Security.TLS, dovecot.popsPort());
        receives(Security.TLS);
    }

    private void receives(Security security) throws Exception {
        List<byte[]> mail = TestMail.series(7);
        dovecot.append("INBOX", mail);
        bench.refresh();
        List<MessageRow> rows = bench.store.rows(bench.inbox());
        assertEquals(7, rows.size());
        assertTrue(rows.stream().allMatch(MessageRow::complete));
        for (byte[] message : mail) {
            assertTrue(rows.stream().anyMatch(row -> same(row, message)));
        }
        AccountState.Online online = (AccountState.Online) bench.state();
        assertEquals(security, online.posture().orElseThrow().security());
        dovecot.append("INBOX", TestMail.subject("later").bytes());
        bench.refresh();
        assertEquals(8, bench.store.rows(bench.inbox()).size());
    }

    private boolean same(MessageRow row, byte[] message) {
        try (var body = bench.store.open(row.id()).orElseThrow()) {
            return Arrays.equals(message, body.readAllBytes());
        } catch (IOException | MailException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bringsFlagsMovesAndDeletionsBothWays() throws Exception {
        dovecot.append("INBOX", TestMail.series(3));
        account("imaps", Security.TLS, dovecot.imapsPort());
        bench.refresh();
        List<MessageRow> rows = bench.store.rows(bench.inbox());
        bench.engine.flag(bench.inbox(), Set.of(rows.get(0).id()), Set.of(Flag.FLAGGED), Set.of());
        bench.engine.delete(bench.inbox(), Set.of(rows.get(1).id()));
        bench.engine.move(bench.inbox(), Set.of(rows.get(2).id()), bench.box("Archiv"));
        bench.refresh();
        assertEquals(1, bench.store.rows(bench.inbox()).size());
        assertEquals(1, bench.store.rows(bench.box("Papierkorb")).size());
        assertEquals(1, bench.store.rows(bench.box("Archiv")).size());
        long uid = Long.parseLong(rows.get(0).remoteId());
        try (RawImap raw = dovecot.raw().select("INBOX")) {
            assertEquals(List.of(uid), raw.uids());
            assertTrue(raw.flags(uid).contains("\\Flagged"));
            raw.addFlags(uid, "\\Seen");
        }
        bench.refresh();
        assertEquals(
                Set.of(Flag.FLAGGED, Flag.SEEN),
                bench.store.rows(bench.inbox()).getFirst().flags());
        assertEquals(List.of(), bench.backedOut);
    }

    @Test
    void removesPopMailFromTheServerAndKeepsItHere() throws Exception {
        dovecot.append("INBOX", TestMail.series(3));
        account(
                "pops",
                Security.TLS,
                dovecot.popsPort(),
                new SyncOptions(Optional.empty(), SyncOptions.Removal.AT_ONCE, 14));
        bench.refresh();
        try (RawImap raw = dovecot.raw().select("INBOX")) {
            assertEquals(List.of(), raw.uids());
        }
        bench.refresh();
        assertEquals(3, bench.store.rows(bench.inbox()).size());
    }

    @Test
    void hearsOfNewMailFromTheServer() throws Exception {
        account("imaps", Security.TLS, dovecot.imapsPort(), SyncOptions.DEFAULT);
        bench.engine.start();
        Eventually.until(
                () ->
                        !bench.store.mailboxes(Bench.A).isEmpty()
                                && bench.state() instanceof AccountState.Online,
                SOON,
                "first look");
        dovecot.append("INBOX", TestMail.subject("news").bytes());
        Eventually.until(
                () -> bench.store.rows(bench.inbox()).size() == 1, SOON, "told by the server");
    }

    @Test
    void goesOfflineWhereSslIsAskedOfAPlainPort() throws Exception {
        account("imaps", Security.TLS, dovecot.mislabelledImapsPort());
        assertThrows(MailException.class, bench::refresh);
        AccountState.OfflineCannot offline = (AccountState.OfflineCannot) bench.state();
        assertInstanceOf(Failure.ClearTextOnTlsPort.class, offline.failure());
        bench.restart();
        bench.refresh();
        assertEquals(offline, bench.state());
    }

    @Test
    void goesOfflineOverACertificateForAnotherHostAndRemembersIt() throws Exception {
        try (Dovecot other = setup().certificate(CertificateKind.WRONG_HOST).start()) {
            account("imaps", Security.TLS, other.imapsPort());
            assertThrows(MailException.class, bench::refresh);
        }
        AccountState.OfflineCannot offline = (AccountState.OfflineCannot) bench.state();
        var rejected = (Failure.CertificateRejected) offline.failure();
        assertEquals(CertificateProblem.WRONG_HOST, rejected.problem());
        bench.restart();
        AccountState.OfflineCannot after = (AccountState.OfflineCannot) bench.state();
        assertArrayEquals(
                rejected.chain().getFirst().getEncoded(),
                ((Failure.CertificateRejected) after.failure()).chain().getFirst().getEncoded());
    }

    @Test
    void waitsForAPasswordWhenItIsWrong() throws Exception {
        account("imaps", Security.TLS, dovecot.imapsPort());
        bench.credentials.put(Bench.A, "wrong");
        assertThrows(MailException.class, bench::refresh);
        assertInstanceOf(AccountState.WaitingForPassword.class, bench.state());
        bench.credentials.put(Bench.A, dovecot.user().password());
        bench.engine.passwordChanged(Bench.A);
        Eventually.until(() -> bench.state() instanceof AccountState.Online, SOON, "online");
    }
}
