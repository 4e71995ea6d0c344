package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.PackedMailStore;
import org.postern.store.StoreChange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class BodyBatchTest {

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;
    private MailboxId archive;

    @BeforeEach
    void open() throws MailException {
        store = PackedMailStore.open(folder);
        inbox = Mail.inbox(store);
        archive = Mail.named(store, "Archive");
        Mail.add(store, inbox, "t", 1, 2, 3);
        Mail.add(store, archive, "t", 1, 2);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsAllBodiesOfABatchAtOnceAndTellsOnce() throws Exception {
        List<StoreChange> heard = new ArrayList<>();
        store.addListener(heard::add);
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            batch.store("1", bytes(100, 1));
            batch.store("2", bytes(100, 2));
            assertEquals(2, batch.size());
            assertTrue(batch.bytes() >= 200);
            assertEquals(List.of("3", "2", "1"), store.incomplete(inbox));
            batch.commit();
        }
        assertEquals(List.of("3"), store.incomplete(inbox));
        assertEquals(1, heard.size());
        assertEquals(2, heard.getFirst().changed().size());
        assertArrayIs(2, 100, Mail.id(store, inbox, 2));
    }

    @Test
    void dropsWhatWasNotCommitted() throws Exception {
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            batch.store("1", bytes(100, 1));
        }
        Mail.body(store, inbox, 2);
        assertEquals(List.of("3", "1"), store.incomplete(inbox));
        assertTrue(room() < 100);
    }

    @Test
    void leavesOutABodyWhoseSourceBreaksAndKeepsTheOthers() throws Exception {
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            batch.store("1", bytes(100, 1));
            InputStream cut = new SequenceInputStream(bytes(700_000, 2), new BrokenStream());
            assertThrows(IOException.class, () -> batch.store("2", cut));
            batch.store("3", bytes(100, 3));
            batch.commit();
        }
        assertEquals(List.of("2"), store.incomplete(inbox));
        assertArrayIs(3, 100, Mail.id(store, inbox, 3));
        assertTrue(room() < 1_000);
    }

    @Test
    void goesOnAfterACommit() throws Exception {
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            batch.store("1", bytes(100, 1));
            batch.commit();
            batch.store("2", bytes(100, 2));
            batch.commit();
        }
        assertEquals(List.of("3"), store.incomplete(inbox));
    }

    @Test
    void keepsLargeBodiesByteForByte() throws Exception {
        for (int size : new int[] {0, 1, (1 << 18) - 21, (1 << 18) - 20, 1 << 18, 3_000_000}) {
            store.storeBody(inbox, "1", bytes(size, size));
            assertArrayIs(size, size, Mail.id(store, inbox, 1));
            assertEquals(size, Mail.row(store, inbox, 1).orElseThrow().size());
        }
    }

    @Test
    void keepsTheSameBytesOnceAcrossMailboxesAndBatches() throws Exception {
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            batch.store("1", bytes(50_000, 9));
            batch.store("2", bytes(50_000, 9));
            batch.commit();
        }
        store.storeBody(archive, "1", bytes(50_000, 9));
        assertTrue(room() < 60_000, room() + " bytes");
        assertArrayIs(9, 50_000, Mail.id(store, archive, 1));
        removeFrom(inbox, "1", "2");
        store.reclaim(new NullProgressMonitor());
        assertArrayIs(9, 50_000, Mail.id(store, archive, 1));
        removeFrom(archive, "1");
        store.reclaim(new NullProgressMonitor());
        assertEquals(0, room());
    }

    @Test
    void keepsBytesThatOnlyResembleOthersApart() throws Exception {
        byte[] one = Collision.first();
        byte[] other = Collision.second();
        store.storeBody(inbox, "1", new ByteArrayInputStream(one));
        store.storeBody(inbox, "2", new ByteArrayInputStream(other));
        assertTrue(Arrays.equals(one, read(Mail.id(store, inbox, 1))));
        assertTrue(Arrays.equals(other, read(Mail.id(store, inbox, 2))));
    }

    @Test
    void letsASlowBodyKeepNobodyWaiting() throws Exception {
        try (MailStore.BodyBatch slow = store.beginBodies(inbox)) {
            InputStream meanwhile =
                    new InputStream() {
                        private int left = 1;

                        @Override
                        public int read() throws IOException {
                            try {
                                Mail.body(store, archive, 2);
                            } catch (MailException e) {
                                throw new IOException(e);
                            }
                            return left-- > 0 ? 'x' : -1;
                        }
                    };
            slow.store("1", meanwhile);
            assertEquals(List.of("1"), store.incomplete(archive));
            slow.commit();
        }
        assertEquals("x", Mail.text(store, Mail.id(store, inbox, 1)));
        assertEquals("body 2", Mail.text(store, Mail.id(store, archive, 2)));
    }

    private void removeFrom(MailboxId mailbox, String... ids) throws MailException {
        try (MailStore.Batch batch = store.begin(mailbox)) {
            Arrays.stream(ids).forEach(batch::remove);
            batch.commit(Optional.empty());
        }
    }

    private static InputStream bytes(int size, int seed) {
        return new ByteArrayInputStream(made(size, seed));
    }

    private static byte[] made(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void assertArrayIs(int seed, int size, MessageId id) throws IOException, MailException {
        assertTrue(Arrays.equals(made(size, seed), read(id)));
    }

    private byte[] read(MessageId id) throws IOException, MailException {
        try (InputStream in = store.open(id).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private long room() throws IOException {
        try (var files = Files.list(folder.resolve("packs"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
