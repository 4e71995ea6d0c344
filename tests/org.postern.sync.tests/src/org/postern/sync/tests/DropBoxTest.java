package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.SyncOptions;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.sync.Engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Servers that mail is only fetched from: what is here must not depend on them. */
class DropBoxTest {

    /** A clock that a test moves. */
    private static final class TurnedClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @TempDir Path folder;
    private final TurnedClock clock = new TurnedClock();
    private FakeServer server;
    private Bench bench;

    @BeforeEach
    void open() throws MailException {
        server = new FakeServer().dropBox();
        bench = new Bench(folder, server, Duration.ofSeconds(1), clock);
    }

    @AfterEach
    void close() {
        bench.close();
        assertEquals(0, server.sessions.get());
    }

    private void account(SyncOptions.Removal removal) throws MailException {
        bench.add(
                TestAccounts.of(
                        "a",
                        "posts",
                        Security.TLS,
                        null,
                        new SyncOptions(Optional.empty(), removal, 14)));
    }

    @Test
    void keepsWhatVanishesFromTheServer() throws Exception {
        account(SyncOptions.Removal.NEVER);
        server.put(1, 2);
        bench.refresh();
        server.inbox().messages.clear();
        bench.refresh();
        assertEquals(List.of("2", "1"), bench.ids());
        assertTrue(bench.row(1).orElseThrow().complete());
    }

    @Test
    void keepsWhatIsHereWhenTheServerForgot() throws Exception {
        account(SyncOptions.Removal.NEVER);
        server.put(1, 2);
        bench.refresh();
        bench.engine.flag(bench.inbox(), bench.message(2), Set.of(Flag.SEEN), Set.of());
        bench.refresh();
        server.inbox().epoch++;
        server.inbox().messages.remove(1);
        server.put(3);
        server.commands.clear();
        bench.refresh();
        assertEquals(List.of("3", "2", "1"), bench.ids());
        assertFalse(bench.row(2).orElseThrow().unread());
        assertEquals(List.of("changes INBOX", "body 3"), server.commands);
    }

    @Test
    void removesFromTheServerOnlyWhatIsHere() throws Exception {
        account(SyncOptions.Removal.AT_ONCE);
        server.put(1, 2);
        bench.refresh();
        assertEquals("delete INBOX [1, 2]", server.commands.getLast());
        assertTrue(server.inbox().messages.isEmpty());
        server.commands.clear();
        bench.refresh();
        assertEquals(List.of("2", "1"), bench.ids());
        assertEquals(List.of("changes INBOX"), server.commands);
    }

    @Test
    void leavesOnTheServerWhatWasNotFetched() throws Exception {
        account(SyncOptions.Removal.AT_ONCE);
        server.bodySize = 2_000;
        server.put(1);
        bench.refresh();
        assertEquals(Set.of(1), server.inbox().messages.keySet());
    }

    @Test
    void removesAfterTheDaysThatTheUserChose() throws Exception {
        account(SyncOptions.Removal.AFTER_DAYS);
        server.put(1);
        bench.refresh();
        clock.pass(Duration.ofDays(13));
        server.put(2);
        bench.refresh();
        assertEquals(Set.of(1, 2), server.inbox().messages.keySet());
        clock.pass(Duration.ofDays(2));
        bench.refresh();
        assertEquals(Set.of(2), server.inbox().messages.keySet());
        bench.refresh();
        assertEquals(List.of("2", "1"), bench.ids());
    }

    @Test
    void deletesOnTheServerWhatTheUserDeletes() throws Exception {
        account(SyncOptions.Removal.NEVER);
        server.put(1, 2);
        bench.refresh();
        assertEquals(
                Engine.Deletion.FOR_GOOD, bench.engine.delete(bench.inbox(), bench.message(1)));
        bench.refresh();
        assertEquals(List.of("2"), bench.ids());
        assertEquals(Set.of(2), server.inbox().messages.keySet());
    }

    @Test
    void keepsFlagsHereThatTheServerDoesNotKnow() throws Exception {
        account(SyncOptions.Removal.NEVER);
        server.put(1);
        bench.refresh();
        bench.engine.flag(bench.inbox(), bench.message(1), Set.of(Flag.SEEN), Set.of());
        bench.refresh();
        assertFalse(bench.row(1).orElseThrow().unread());
        assertEquals(List.of(), bench.store.intents(Bench.A));
    }
}
