package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.sync.AccountState;
import org.postern.sync.NetworkWatch;
import org.postern.sync.internal.Vigil;
import org.postern.testing.Eventually;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Accounts wake with the machine and its network; the wait after a failure is an hour here. */
class WakingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final AccountId B = new AccountId("b");
    private static final Failure UNREACHABLE = new Failure.Unreachable(Failures.PEER, "no route");

    /** Goes as the test says. */
    private static final class Hands extends Clock {
        volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @TempDir Path folder;
    private final Hands clock = new Hands();
    private FakeServer server;
    private Bench bench;
    private volatile Set<String> addresses = Set.of("192.0.2.1");

    @BeforeEach
    void open() throws Exception {
        server = new FakeServer();
        bench = new Bench(folder, server, Duration.ofHours(1), clock);
        bench.restart(new NetworkWatch(() -> addresses, OFTEN, OFTEN));
    }

    @AfterEach
    void close() {
        bench.close();
        assertEquals(0, server.sessions.get(), "sessions that were left open");
    }

    private void account(String id) throws Exception {
        SyncOptions hourly =
                new SyncOptions(Optional.of(Duration.ofHours(1)), SyncOptions.Removal.NEVER, 14);
        bench.add(TestAccounts.of(id, "posts", Security.TLS, null, hourly));
    }

    private static void eventually(BooleanSupplier condition, String what) {
        Eventually.until(condition, SOON, what);
    }

    private boolean is(AccountId account, Class<? extends AccountState> state) {
        return state.isInstance(bench.engine.state(account));
    }

    private void bothWait() throws Exception {
        server.openFails = Optional.of(UNREACHABLE);
        account("a");
        account("b");
        bench.engine.start();
        eventually(() -> is(Bench.A, AccountState.WaitingForNetwork.class), "a waits");
        eventually(() -> is(B, AccountState.WaitingForNetwork.class), "b waits");
    }

    @Test
    void whoFindsTheNetworkAgainWakesTheOthers() throws Exception {
        bothWait();
        server.openFails = Optional.empty();
        bench.engine.refresh(Bench.A, new NullProgressMonitor());
        eventually(() -> is(B, AccountState.Online.class), "b is online too");
    }

    @Test
    void anotherNetworkWakesAll() throws Exception {
        bothWait();
        server.openFails = Optional.empty();
        addresses = Set.of();
        addresses = Set.of("198.51.100.7");
        eventually(() -> is(Bench.A, AccountState.Online.class), "a is online");
        eventually(() -> is(B, AccountState.Online.class), "b is online");
    }

    @Test
    void afterTheMachineSleptAllIsConnectedAnew() throws Exception {
        account("a");
        bench.engine.start();
        eventually(() -> is(Bench.A, AccountState.Online.class), "online");
        eventually(() -> bench.engine.activities().now().isEmpty(), "done");
        server.put(5);
        clock.now = clock.now.plus(Duration.ofHours(8));
        eventually(() -> bench.row(5).isPresent(), "the mail of the night");
    }

    @Test
    void whoWaitsForSomethingElseIsLeftAlone() throws Exception {
        bothWait();
        server.openFails = Optional.of(new Failure.LoginDisabled(Failures.PEER, "no"));
        bench.engine.goOnline(B);
        eventually(() -> is(B, AccountState.OfflineCannot.class), "b cannot");
        server.openFails = Optional.empty();
        addresses = Set.of("198.51.100.7");
        eventually(() -> is(Bench.A, AccountState.Online.class), "a is online");
        assertInstanceOf(AccountState.OfflineCannot.class, bench.engine.state(B));
    }

    @Test
    void noticesThatTheMachineSlept() {
        long[] ran = {0};
        Vigil vigil = new Vigil(clock, () -> ran[0], () -> addresses);
        clock.now = clock.now.plusSeconds(60);
        ran[0] += Duration.ofSeconds(60).toNanos();
        assertEquals(Vigil.News.NONE, vigil.look());
        clock.now = clock.now.plusSeconds(3600);
        ran[0] += Duration.ofSeconds(20).toNanos();
        assertEquals(Vigil.News.AWAKE, vigil.look());
        assertEquals(Vigil.News.NONE, vigil.look());
        clock.now = clock.now.minusSeconds(3600);
        assertEquals(Vigil.News.NONE, vigil.look(), "the clock was set back");
    }

    @Test
    void noticesAnotherNetworkAndNotThatThereIsNone() {
        Vigil vigil = new Vigil(clock, () -> 0, () -> addresses);
        addresses = Set.of();
        assertEquals(Vigil.News.NONE, vigil.look());
        addresses = Set.of("192.0.2.1");
        assertEquals(Vigil.News.ANOTHER_NETWORK, vigil.look());
        assertEquals(Vigil.News.NONE, vigil.look());
        addresses = Set.of("198.51.100.7");
        assertEquals(Vigil.News.ANOTHER_NETWORK, vigil.look());
    }
}
