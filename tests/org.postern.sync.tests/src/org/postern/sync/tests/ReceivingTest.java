package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.account.Account;
import org.postern.account.SyncOptions;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mail that comes in. */
class ReceivingTest extends EngineTests {

    @Test
    void receivesMailWithBodiesNewestFirst() throws Exception {
        bench.account();
        server.put(1, 2, 3, 4, 5, 6, 7);
        bench.refresh();
        assertEquals(List.of("7", "6", "5", "4", "3", "2", "1"), bench.ids());
        MessageRow row = bench.row(7).orElseThrow();
        assertEquals("Subject 7", row.subject());
        assertEquals("Zoë", row.from().name());
        assertTrue(row.complete());
        try (var body = bench.store.open(row.id()).orElseThrow()) {
            assertEquals("body 7", new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(
                List.of("body 7", "body 6"),
                server.commands.stream().filter(c -> c.startsWith("body")).limit(2).toList());
        assertInstanceOf(AccountState.Online.class, bench.state());
        assertEquals(List.of(), bench.engine.activities().now());
    }

    @Test
    void fetchesNothingTwice() throws Exception {
        bench.account();
        server.put(1, 2);
        bench.refresh();
        server.commands.clear();
        bench.refresh();
        assertEquals(List.of("glance"), server.commands);
    }

    @Test
    void followsWhatHappensOnTheServer() throws Exception {
        bench.account();
        server.put(1, 2, 3);
        bench.refresh();
        server.inbox().messages.remove(2);
        server.inbox().messages.put(3, EnumSet.of(Flag.SEEN));
        server.put(4);
        bench.refresh();
        assertEquals(List.of("4", "3", "1"), bench.ids());
        assertEquals(Set.of(Flag.SEEN), bench.row(3).orElseThrow().flags());
    }

    @Test
    void startsAnewWhenTheServerForgot() throws Exception {
        bench.account();
        server.put(1, 2);
        bench.refresh();
        server.inbox().epoch = 2;
        server.inbox().messages.remove(1);
        bench.refresh();
        assertEquals(List.of("2"), bench.ids());
        assertTrue(bench.row(2).orElseThrow().complete());
    }

    @Test
    void convergesAfterItWasCutOffInTheMiddle() throws Exception {
        bench.account();
        server.put(1, 2, 3, 4, 5, 6, 7, 8);
        for (int cut = 0; cut < 8; cut++) {
            server.cutAfter = cut;
            assertThrows(MailException.class, bench::refresh);
        }
        assertEquals(Optional.empty(), bench.store.token(bench.inbox()));
        server.inbox().messages.remove(1);
        server.cutAfter = Integer.MAX_VALUE;
        bench.refresh();
        assertEquals(List.of("8", "7", "6", "5", "4", "3", "2"), bench.ids());
    }

    @Test
    void leavesLargeMessagesUntilSomebodyOpensThem() throws Exception {
        bench.account();
        server.bodySize = 1_001;
        server.put(1);
        bench.refresh();
        MessageRow row = bench.row(1).orElseThrow();
        assertFalse(row.complete());
        bench.engine.fetch(row.id(), new NullProgressMonitor());
        assertTrue(bench.row(1).orElseThrow().complete());
        bench.engine.fetch(row.id(), new NullProgressMonitor());
        assertEquals(1, server.commands.stream().filter("body 1"::equals).count());
    }

    @Test
    void refusesToFetchWhileOffline() throws Exception {
        bench.account();
        server.bodySize = 1_001;
        server.put(1);
        bench.refresh();
        bench.engine.goOffline(Bench.A);
        var id = bench.row(1).orElseThrow().id();
        assertThrows(MailException.class, () -> bench.engine.fetch(id, new NullProgressMonitor()));
    }

    @Test
    void looksAgainWhenTheServerTellsOfNews() throws Exception {
        Account account = TestAccounts.of("a", "posts", Security.TLS, null, SyncOptions.DEFAULT);
        bench.add(account);
        bench.engine.start();
        eventually(() -> server.opened.size() == 2, "watching");
        server.put(1);
        server.news.release();
        eventually(() -> !bench.store.rows(bench.inbox()).isEmpty(), "received");
    }
}
