package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.PackedMailStore;
import org.postern.store.internal.Setup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Room that removed messages took goes back to the disk. */
class ReclaimTest {

    private static final int MESSAGES = 200;
    private static final int SIZE = 10_000;

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;

    @BeforeEach
    void open() throws Exception {
        store = PackedMailStore.open(folder, Setup.STANDARD.small(100_000));
        inbox = Mail.inbox(store);
        Mail.add(store, inbox, "t", IntStream.rangeClosed(1, MESSAGES).toArray());
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            for (int i = 1; i <= MESSAGES; i++) {
                batch.store(Integer.toString(i), new ByteArrayInputStream(body(i)));
                if (i % 10 == 0) {
                    batch.commit();
                }
            }
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rewritesOnlyPacksThatAreMostlyEmpty() throws Exception {
        Path full = packs()[0];
        long untouched = Files.getLastModifiedTime(full).toMillis();
        removeAllBut(message -> message % 4 == 0 || message <= 20);
        store.reclaim(new NullProgressMonitor());
        assertTrue(room() < SIZE * (20 + 45) * 1.5, room() + " bytes");
        assertEquals(untouched, Files.getLastModifiedTime(full).toMillis());
        checkAll(message -> message % 4 == 0 || message <= 20);
    }

    @Test
    void canBeStoppedAfterAnyPartAndGoesOnLater() throws Exception {
        removeAllBut(message -> message % 4 == 0);
        NullProgressMonitor stop = new NullProgressMonitor();
        stop.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> store.reclaim(stop));
        checkAll(message -> message % 4 == 0);
        store.reclaim(new NullProgressMonitor());
        assertTrue(room() < SIZE * 50 * 1.5, room() + " bytes");
        checkAll(message -> message % 4 == 0);
    }

    @Test
    void letsAMessageBeReadToItsEndWhileItIsMoved() throws Exception {
        MessageId four = Mail.id(store, inbox, 4);
        removeAllBut(message -> message % 4 == 0);
        try (InputStream in = store.open(four).orElseThrow()) {
            byte[] start = in.readNBytes(100);
            store.reclaim(new NullProgressMonitor());
            byte[] whole = new byte[SIZE];
            System.arraycopy(start, 0, whole, 0, 100);
            assertEquals(SIZE - 100, in.readNBytes(whole, 100, SIZE - 100));
            assertArrayEquals(body(4), whole);
        }
    }

    @Test
    void happensByItself() throws Exception {
        store.close();
        CountDownLatch deleted = new CountDownLatch(1);
        Setup soon =
                new Setup(
                        Clock.systemUTC(),
                        step -> {
                            if (step.equals("pack.delete")) {
                                deleted.countDown();
                            }
                        },
                        100_000,
                        Duration.ofMillis(1));
        store = PackedMailStore.open(folder, soon);
        removeAllBut(message -> false);
        assertTrue(deleted.await(30, TimeUnit.SECONDS));
    }

    /** Which messages. */
    private interface Which {
        boolean is(int message);
    }

    private void removeAllBut(Which kept) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            IntStream.rangeClosed(1, MESSAGES)
                    .filter(message -> !kept.is(message))
                    .forEach(message -> batch.remove(Integer.toString(message)));
            batch.commit(Optional.empty());
        }
    }

    private void checkAll(Which there) throws IOException, MailException {
        for (int i = 1; i <= MESSAGES; i++) {
            if (there.is(i)) {
                try (InputStream in = store.open(Mail.id(store, inbox, i)).orElseThrow()) {
                    assertArrayEquals(body(i), in.readAllBytes());
                }
            }
        }
    }

    private static byte[] body(int number) {
        byte[] bytes = new byte[SIZE];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    private Path[] packs() throws IOException {
        try (var files = Files.list(folder.resolve("packs"))) {
            return files.sorted().toArray(Path[]::new);
        }
    }

    private long room() throws IOException {
        long room = 0;
        for (Path pack : packs()) {
            room += Files.size(pack);
        }
        return room;
    }
}
