package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.MailException;
import org.postern.testing.Eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An engine on a fake server, anew for each test. */
abstract class EngineTests {

    static final Duration SOON = Duration.ofSeconds(10);

    @TempDir Path folder;
    FakeServer server;
    Bench bench;

    @BeforeEach
    void open() throws MailException {
        server = new FakeServer();
        bench = new Bench(folder, server);
    }

    @AfterEach
    void close() {
        bench.close();
        assertEquals(0, server.sessions.get(), "sessions that were left open");
    }

    static void eventually(java.util.function.BooleanSupplier condition, String what) {
        Eventually.until(condition, SOON, what);
    }

    CompletableFuture<Void> inBackground() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                bench.refresh();
                                done.complete(null);
                            } catch (MailException | RuntimeException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
    }
}
