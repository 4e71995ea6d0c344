package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.SyncOptions;
import org.postern.core.Security;
import org.postern.store.PatrolPace;
import org.postern.sync.NetworkWatch;
import org.postern.testing.Eventually;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Stored mail that is damaged comes again by itself, or is told of. */
class RepairTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir Path folder;
    private FakeServer server;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        server = new FakeServer();
        bench = new Bench(folder, server);
        bench.add(
                TestAccounts.of(
                        "a",
                        "posts",
                        Security.TLS,
                        null,
                        new SyncOptions(
                                Optional.of(Duration.ofHours(1)), SyncOptions.Removal.NEVER, 14)));
        server.put(1, 2, 3);
        bench.refresh();
    }

    @AfterEach
    void close() {
        bench.close();
        assertEquals(0, server.sessions.get(), "sessions that were left open");
    }

    private static void eventually(BooleanSupplier condition, String what) {
        Eventually.until(condition, SOON, what);
    }

    private void damage() throws Exception {
        Path packs = folder.resolve("store/packs");
        try (var files = Files.list(packs)) {
            Path pack = files.filter(file -> file.toFile().length() > 16).findFirst().orElseThrow();
            try (RandomAccessFile bytes = new RandomAccessFile(pack.toFile(), "rw")) {
                bytes.seek(bytes.length() - 1);
                int last = bytes.read();
                bytes.seek(bytes.length() - 1);
                bytes.write(last ^ 1);
            }
        }
    }

    private void patrolSoon() throws Exception {
        Duration fortnight = Duration.ofDays(14);
        bench.restart(
                NetworkWatch.standard(),
                new PatrolPace(Duration.ofMillis(200), OFTEN, 1 << 20, fortnight));
        bench.engine.start();
    }

    @Test
    void aDamagedMessageIsFetchedAgainByItself() throws Exception {
        damage();
        patrolSoon();
        eventually(() -> !bench.damaged.isEmpty(), "told");
        assertEquals(1, bench.damaged.getFirst().refetched());
        eventually(() -> bench.store.missing(bench.inbox()).isEmpty(), "fetched again");
        assertTrue(bench.store.verify(new NullProgressMonitor()).sound());
    }

    @Test
    void whatTheServerHasNoMoreIsToldAsLost() throws Exception {
        try (var batch = bench.store.begin(bench.inbox())) {
            for (int number = 1; number <= 3; number++) {
                batch.keep(Integer.toString(number));
            }
            batch.commit(bench.store.token(bench.inbox()));
        }
        damage();
        patrolSoon();
        eventually(() -> !bench.damaged.isEmpty(), "told");
        String loss = bench.damaged.getFirst().losses().getFirst();
        assertTrue(loss.contains("Subject "), loss);
        assertEquals(3, bench.ids().size());
    }
}
