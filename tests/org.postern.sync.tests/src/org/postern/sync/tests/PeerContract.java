package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.testing.ClearTextRules;
import org.postern.testing.MailServer;
import org.postern.testing.RawImap;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The engine with real transports and connections on a real server that is not Dovecot; a proxy in
 * between sees that nothing but discovery travels in clear.
 */
abstract class PeerContract {

    /** A name that servers with either separator take. */
    private static final String KEPT = "INBOX.Kept";

    @TempDir Path folder;
    Bench bench;
    private RecordingProxy wire;

    /** Started once for all tests of a class. */
    abstract MailServer server();

    @BeforeEach
    void open() throws Exception {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        CertificateJudge judge = new CertificateJudge(() -> anchors);
        bench = Bench.real(folder, new SocketConnector(ConnectionPolicies.builtIn(), judge));
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        wire.close();
        ClearTextRules.assertKept(wire);
        wire.assertNeverInClear(server().user().password());
    }

    void account(String transport, Security security, int port) throws Exception {
        wire = RecordingProxy.to(port).start();
        bench.credentials.put(Bench.A, server().user().password());
        bench.accounts.save(
                TestAccounts.at(wire.port(), transport, security, server().user().name()));
    }

    @Test
    void receivesThroughImapWithStartTls() throws Exception {
        account("imap", Security.STARTTLS, server().imapPort());
        receives(Security.STARTTLS);
    }

    @Test
    void receivesThroughImaps() throws Exception {
        account("imaps", Security.TLS, server().imapsPort());
        receives(Security.TLS);
    }

    @Test
    void receivesThroughPopWithStls() throws Exception {
        account("pop", Security.STARTTLS, server().popPort());
        receives(Security.STARTTLS);
    }

    @Test
    void receivesThroughPops() throws Exception {
        account("pops", Security.TLS, server().popsPort());
        receives(Security.TLS);
    }

    private void receives(Security security) throws Exception {
        List<byte[]> mail = TestMail.series(3);
        append(mail);
        bench.refresh();
        List<MessageRow> rows = bench.store.rows(bench.inbox());
        for (byte[] message : mail) {
            assertTrue(rows.stream().anyMatch(row -> same(row, message)));
        }
        AccountState.Online online = (AccountState.Online) bench.state();
        assertEquals(security, online.posture().orElseThrow().security());
        assertTrue(online.posture().orElseThrow().isConfidential());
        append(List.of(TestMail.subject("later").bytes()));
        bench.refresh();
        assertEquals(rows.size() + 1, bench.store.rows(bench.inbox()).size());
    }

    private void append(List<byte[]> mail) throws IOException {
        try (RawImap raw = server().raw()) {
            for (byte[] each : mail) {
                raw.append("INBOX", each);
            }
        }
    }

    private boolean same(MessageRow row, byte[] message) {
        try (var body = bench.store.open(row.id()).orElseThrow()) {
            return Arrays.equals(message, body.readAllBytes());
        } catch (IOException | MailException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bringsFlagsBothWays() throws Exception {
        append(TestMail.series(1));
        account("imaps", Security.TLS, server().imapsPort());
        bench.refresh();
        MessageRow row = bench.store.rows(bench.inbox()).getLast();
        bench.engine.flag(bench.inbox(), Set.of(row.id()), Set.of(Flag.FLAGGED), Set.of());
        bench.refresh();
        long uid = Long.parseLong(row.remoteId());
        try (RawImap raw = server().raw().select("INBOX")) {
            assertTrue(raw.flags(uid).contains("\\Flagged"));
            raw.addFlags(uid, "\\Answered");
        }
        bench.refresh();
        Set<Flag> flags = bench.store.row(row.id()).orElseThrow().flags();
        assertTrue(flags.containsAll(Set.of(Flag.FLAGGED, Flag.ANSWERED)), flags::toString);
        assertEquals(List.of(), bench.backedOut);
    }

    @Test
    void carriesOutWhatTheUserDoesAndFollowsAnotherClient() throws Exception {
        for (String subject : List.of("copied", "moved", "deleted", "expunged")) {
            append(List.of(TestMail.subject(subject).bytes()));
        }
        try (RawImap raw = server().raw().create(KEPT).select("INBOX")) {
            account("imaps", Security.TLS, server().imapsPort());
            bench.refresh();
            MailboxId kept = bench.box(KEPT);
            raw.expunge(Long.parseLong(row("expunged").remoteId()));
            bench.engine.copy(bench.inbox(), Set.of(row("copied").id()), kept);
            bench.engine.move(bench.inbox(), Set.of(row("moved").id()), kept);
            bench.engine.delete(bench.inbox(), Set.of(row("deleted").id()));
            byte[] written = TestMail.subject("written").bytes();
            bench.engine.append(
                    kept, Set.of(Flag.SEEN), Instant.now(), new ByteArrayInputStream(written));
            bench.refresh();
            bench.refresh();
            assertEquals(List.of("copied", "moved", "written"), agreed(raw, KEPT));
            List<String> left = agreed(raw, "INBOX");
            assertTrue(left.contains("copied"), left::toString);
            for (String gone : List.of("moved", "deleted", "expunged", "written")) {
                assertFalse(left.contains(gone), left::toString);
            }
        }
        assertEquals(List.of(), bench.backedOut);
    }

    private MessageRow row(String subject) {
        return bench.store.rows(bench.inbox()).stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** The subjects in a mailbox, on the server as here. */
    private List<String> agreed(RawImap raw, String mailbox) throws IOException {
        Map<String, String> there = new TreeMap<>();
        for (long uid : raw.select(mailbox).uids()) {
            String message = new String(raw.message(uid), ISO_8859_1);
            there.put(Long.toString(uid), message.replaceAll("(?s).*?Subject: (.*?)\r\n.*", "$1"));
        }
        Map<String, String> here = new TreeMap<>();
        bench.store
                .rows(bench.box(mailbox))
                .forEach(row -> here.put(row.remoteId(), row.subject()));
        assertEquals(there, here, mailbox);
        return here.values().stream().sorted().toList();
    }

    @Test
    void namesTheCauseWhereSslIsAskedOfAPlainPort() throws Exception {
        account("imaps", Security.TLS, server().imapPort());
        assertInstanceOf(Failure.ClearTextOnTlsPort.class, offline());
    }

    @Test
    void namesTheCauseWherePopIsAskedOfAnImapPort() throws Exception {
        account("pops", Security.TLS, server().imapsPort());
        assertInstanceOf(Failure.OtherProtocol.class, offline());
    }

    private Failure offline() {
        assertThrows(MailException.class, bench::refresh);
        return ((AccountState.OfflineCannot) bench.state()).failure();
    }

    @Test
    void waitsForAPasswordWhenItIsWrong() throws Exception {
        account("imap", Security.STARTTLS, server().imapPort());
        bench.credentials.put(Bench.A, "not this one");
        assertThrows(MailException.class, bench::refresh);
        assertInstanceOf(AccountState.WaitingForPassword.class, bench.state());
    }
}
