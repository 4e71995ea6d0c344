package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.account.Account;
import org.postern.account.SyncOptions;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A maildrop over the real transport: no message is lost, none is there twice. */
class MaildropTest {

    /** Enough to cut each answer, and many within each message. */
    private static final int CUTS = 150;

    @TempDir Path folder;
    private FakeMaildrop server;
    private Bench bench;
    private final List<String> all = new ArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();

    /** Bytes do not change: hundreds of looks need not read hundreds of messages each. */
    private final Map<MessageId, String> read = new ConcurrentHashMap<>();

    private int made;

    @BeforeEach
    void open() throws Exception {
        server = new FakeMaildrop();
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        bench =
                Bench.real(
                        folder,
                        new SocketConnector(
                                ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors)));
    }

    @AfterEach
    void close() {
        bench.close();
        server.close();
    }

    private void account(SyncOptions.Removal removal) throws MailException {
        Account account = TestAccounts.at(server.port(), "pop", Security.NONE, "joe");
        bench.add(
                new Account(
                        account.id(),
                        account.name(),
                        account.identities(),
                        account.incoming(),
                        new SyncOptions(Optional.empty(), removal, 14)));
    }

    private void arrive(int count) {
        arrive(count, 0);
    }

    private void arrive(int count, int lines) {
        for (int i = 0; i < count; i++) {
            made++;
            String text =
                    "From: zoe@example.org\r\nSubject: Number "
                            + made
                            + "\r\nMessage-ID: <"
                            + made
                            + "@example.org>\r\nDate: Mon, 5 Jan 2026 10:00:00 +0000\r\n\r\n.dots\r\n"
                            + ("line of " + made + "\r\n").repeat(lines + made % 7)
                            + "\r\n..\r\n";
            server.put("id-" + made, text);
            all.add(text);
        }
    }

    private List<String> here() {
        List<String> texts = new ArrayList<>();
        for (MessageRow row : bench.store.rows(bench.inbox())) {
            assertTrue(row.complete(), row.remoteId());
            texts.add(read.computeIfAbsent(row.id(), this::text));
        }
        return texts;
    }

    private String text(MessageId id) {
        try (InputStream bytes = bench.store.open(id).orElseThrow()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MailException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertAllHereOnce(String when) {
        assertEquals(all.stream().sorted().toList(), here().stream().sorted().toList(), when);
    }

    @ParameterizedTest
    @EnumSource(
            value = SyncOptions.Removal.class,
            names = {"NEVER", "AT_ONCE"})
    void whereverTheLineBreaksTheNextRunBringsTheRestOnce(SyncOptions.Removal removal)
            throws Exception {
        account(removal);
        server.removed = text -> lost.addAll(here().contains(text) ? List.of() : List.of(text));
        bench.refresh();
        long length = lengthOfASession();
        for (int cut = 0; cut < CUTS; cut++) {
            arrive(3);
            server.cutAfter = cut * length / CUTS;
            refreshUntilCut();
            server.cutAfter = FakeMaildrop.WHOLE;
            bench.refresh();
            assertAllHereOnce("cut after " + cut * length / CUTS);
            assertEquals(List.of(), lost, "removed there before it was here");
            startAnew(removal);
        }
        read.clear();
        assertAllHereOnce("read anew at the end");
        assertTrue(server.cuts > CUTS * 9 / 10, server.cuts + " cuts");
    }

    /** Keeps the maildrop, and so the session, about as long as it was. */
    private void startAnew(SyncOptions.Removal removal) {
        if (removal == SyncOptions.Removal.AT_ONCE) {
            assertEquals(List.of(), server.texts());
        } else {
            server.clear();
        }
    }

    private long lengthOfASession() throws MailException {
        arrive(3);
        bench.refresh();
        long length = server.longest;
        server.clear();
        return length;
    }

    private void refreshUntilCut() {
        try {
            bench.refresh();
        } catch (MailException e) {
            boolean cut =
                    e.failure() instanceof Failure.Closed || e.failure() instanceof Failure.Broken;
            assertTrue(cut, e.failure().toString());
        }
    }

    @Test
    void knowsItsMessagesWhenTheServerNamesThemAnew() throws Exception {
        account(SyncOptions.Removal.NEVER);
        arrive(20);
        bench.refresh();
        Set<?> before =
                Set.copyOf(bench.store.rows(bench.inbox()).stream().map(MessageRow::id).toList());
        server.rename("-anew");
        server.commands.clear();
        bench.refresh();
        assertAllHereOnce("renamed");
        assertEquals(
                before,
                Set.copyOf(bench.store.rows(bench.inbox()).stream().map(MessageRow::id).toList()));
        assertEquals(0, server.commands.stream().filter(c -> c.startsWith("RETR")).count());
        arrive(1);
        bench.refresh();
        assertAllHereOnce("one more");
    }

    @Test
    void knowsItsMessagesWhenTheServerForgetsUidlAndHasItAgain() throws Exception {
        account(SyncOptions.Removal.NEVER);
        arrive(5);
        bench.refresh();
        server.knowsUidl = false;
        arrive(1);
        bench.refresh();
        assertAllHereOnce("without UIDL");
        server.knowsUidl = true;
        arrive(1);
        bench.refresh();
        assertAllHereOnce("with UIDL again");
        server.commands.clear();
        bench.refresh();
        assertEquals(
                List.of(),
                server.commands.stream().filter(c -> c.matches("(RETR|TOP) .*")).toList());
    }

    @Test
    void showsTheNewestBeforeItBringsTheBytes() throws Exception {
        account(SyncOptions.Removal.NEVER);
        arrive(650, 50);
        bench.refresh();
        List<String> asked =
                server.commands.stream().filter(c -> c.matches("(RETR|TOP) .*")).toList();
        assertEquals("TOP 650 0", asked.getFirst());
        assertEquals("TOP 451 0", asked.get(199));
        assertEquals("RETR 650", asked.get(200));
        assertEquals("RETR 1", asked.getLast());
        assertEquals(850, asked.size());
        assertAllHereOnce("all");
    }
}
