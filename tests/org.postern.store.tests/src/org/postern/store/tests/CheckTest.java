package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.PackedMailStore;
import org.postern.store.StoreChange;
import org.postern.store.StoreCheck;
import org.postern.store.StoreCheck.DamagedMessage;
import org.sqlite.JDBC;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What happens to a store whose files somebody, or the disk, has damaged. */
class CheckTest {

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;

    @BeforeEach
    void open() throws Exception {
        store = PackedMailStore.open(folder);
        inbox = Mail.inbox(store);
        Mail.add(store, inbox, "t", 1, 2, 3);
        Mail.body(store, inbox, 1);
        Mail.body(store, inbox, 2);
        Mail.body(store, inbox, 3);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private StoreCheck verify() throws MailException {
        return store.verify(new NullProgressMonitor());
    }

    @Test
    void findsNothingWrongWithASoundStore() throws Exception {
        StoreCheck check = verify();
        assertTrue(check.sound(), check.toString());
        assertEquals(3, check.bodies());
        assertEquals(18, check.bytes());
    }

    @Test
    void findsEachDamagedByteAndHasTheMessageFetchedAgain() throws Exception {
        int entry = 20 + "body 3".length();
        for (int i = 0; i < entry; i++) {
            long position = Files.size(pack()) - entry + i;
            flip(position);
            List<StoreChange> heard = new ArrayList<>();
            store.addListener(heard::add);
            StoreCheck check = verify();
            assertEquals(1, check.refetched(), "byte " + position);
            assertEquals(1, check.repairs().size());
            assertEquals(List.of(), check.losses());
            assertEquals(1, heard.getFirst().changed().size());
            assertEquals(List.of("3"), store.incomplete(inbox));
            Mail.body(store, inbox, 3);
            assertTrue(verify().sound());
        }
    }

    @Test
    void saysWhichDamagedMessageIsNowhereElseAndKeepsWhatIsLeft() throws Exception {
        keep("2");
        flip(Files.size(pack()) / 2);
        StoreCheck check = verify();
        assertEquals(0, check.refetched());
        assertEquals(1, check.losses().size());
        assertTrue(check.losses().getFirst().contains("Subject 2"), check.losses().toString());
        assertEquals(List.of(), store.incomplete(inbox));
        assertEquals(3, store.rows(inbox).size());
    }

    @Test
    void readsTheMailOfOneAccountAloneAndNamesWhatIsDamaged() throws Exception {
        AccountId other = new AccountId("other");
        store.reconcile(other, List.of(Mail.entry("INBOX", MailboxRole.INBOX, "INBOX")));
        flip(Files.size(pack()) / 2);
        StoreCheck none = store.verify(Set.of(other), new NullProgressMonitor());
        assertEquals(0, none.bodies());
        StoreCheck check = store.verify(Set.of(Mail.ACCOUNT), new NullProgressMonitor());
        assertEquals(2, check.bodies());
        MessageId second = Mail.id(store, inbox, 2);
        assertEquals(
                List.of(new DamagedMessage(Mail.ACCOUNT, inbox, second, "Subject 2", true)),
                check.damaged());
    }

    @Test
    void tellsWhetherAStoreIsOpen() throws Exception {
        assertTrue(PackedMailStore.inUse(folder));
        store.close();
        assertFalse(PackedMailStore.inUse(folder));
        assertFalse(PackedMailStore.inUse(folder.resolve("nowhere")));
        store = PackedMailStore.open(folder);
    }

    @Test
    void noticesDamageWhenAMessageIsOpened() throws Exception {
        MessageId second = Mail.id(store, inbox, 2);
        flip(Files.size(pack()) / 2);
        Optional<InputStream> opened = store.open(second);
        if (opened.isPresent()) {
            try (InputStream in = opened.get()) {
                assertThrows(IOException.class, in::readAllBytes);
            }
        }
        assertEquals(List.of("2"), store.incomplete(inbox));
    }

    @Test
    void noticesAPackThatWasRemovedBehindItsBack() throws Exception {
        Files.delete(pack());
        assertEquals(Optional.empty(), store.open(Mail.id(store, inbox, 1)));
        assertEquals(List.of("1"), store.incomplete(inbox));
        assertEquals(2, verify().refetched());
        assertEquals(List.of("3", "2", "1"), store.incomplete(inbox));
    }

    @Test
    void setsRightWhatIsCountedWrongly() throws Exception {
        sql("UPDATE mailbox SET total = 17 WHERE remote = 'INBOX'");
        sql("UPDATE body SET refs = 5");
        sql("UPDATE pack SET live = 1");
        sql("UPDATE message SET body = 4711 WHERE remote = '3'");
        StoreCheck check = verify();
        assertEquals(4, check.repairs().size(), check.toString());
        assertEquals(3, store.mailbox(inbox).orElseThrow().total());
        assertEquals(List.of("3"), store.incomplete(inbox));
        assertTrue(verify().sound());
    }

    @Test
    void makesADamagedIndexAnew() throws Exception {
        sql(
                "PRAGMA writable_schema = 1",
                "UPDATE sqlite_schema SET sql = 'CREATE INDEX message_list ON message"
                        + " (mailbox, date, id) WHERE hidden = 1' WHERE name = 'message_list'",
                "PRAGMA writable_schema = 0");
        sql("REINDEX");
        sql(
                "PRAGMA writable_schema = 1",
                "UPDATE sqlite_schema SET sql = 'CREATE INDEX message_list ON message"
                        + " (mailbox, date, id) WHERE hidden = 0' WHERE name = 'message_list'",
                "PRAGMA writable_schema = 0");
        assertEquals(List.of(), store.rows(inbox));
        assertEquals(1, verify().repairs().size());
        assertEquals(List.of("3", "2", "1"), Mail.remoteIds(store, inbox));
    }

    @Test
    void stopsWhenItIsToldTo() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> store.verify(monitor));
    }

    private void keep(String remoteId) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.keep(remoteId);
            batch.commit(Optional.empty());
        }
    }

    private void flip(long position) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pack().toFile(), "rw")) {
            file.seek(position);
            int was = file.read();
            file.seek(position);
            file.write(was ^ 1);
        }
    }

    private Path pack() throws IOException {
        try (var files = Files.list(folder.resolve("packs"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Does something to the database while the store is closed, and opens it again. */
    private void sql(String... statements) throws Exception {
        store.close();
        String url = "jdbc:sqlite:" + folder.resolve("mail.db");
        try (var connection = JDBC.createConnection(url, new Properties());
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        store = PackedMailStore.open(folder);
    }
}
