package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.StoreChange;
import org.postern.store.internal.sql.Schema;
import org.sqlite.JDBC;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

class PackedMailStoreTest {

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;

    @BeforeEach
    void open() throws MailException {
        store = PackedMailStore.open(folder);
        inbox = Mail.inbox(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() throws MailException {
        store.close();
        store = PackedMailStore.open(folder);
    }

    @Test
    void ordersMailboxesByRoleThenNameWithParentsFirst() throws MailException {
        store.reconcile(
                Mail.ACCOUNT,
                List.of(
                        Mail.entry("z", MailboxRole.NONE, "z"),
                        Mail.entry("b/c", MailboxRole.NONE, "b", "c"),
                        Mail.entry("Trash", MailboxRole.TRASH, "Trash"),
                        Mail.entry("b", MailboxRole.NONE, "b"),
                        Mail.entry("INBOX/x", MailboxRole.NONE, "INBOX", "x"),
                        Mail.entry("INBOX", MailboxRole.INBOX, "INBOX")));
        List<String> names = store.mailboxes(Mail.ACCOUNT).stream().map(m -> m.remoteId()).toList();
        assertEquals(List.of("INBOX", "INBOX/x", "Trash", "b", "b/c", "z"), names);
    }

    @Test
    void showsNothingBeforeACommit() throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.add(Mail.message(1));
            assertEquals(1, batch.size());
        }
        assertEquals(List.of(), store.rows(inbox));
        assertEquals(Optional.empty(), store.token(inbox));
    }

    @Test
    void listsNewestFirstAndKeepsSnapshotsUnchanged() throws MailException {
        Mail.add(store, inbox, "t1", 1, 3);
        List<MessageRow> before = store.rows(inbox);
        assertSame(before, store.rows(inbox));
        Mail.add(store, inbox, "t2", 2);
        assertEquals(2, before.size());
        assertEquals(List.of("3", "2", "1"), Mail.remoteIds(store, inbox));
        assertEquals(Optional.of("t2"), store.token(inbox));
    }

    @Test
    void hasEverythingAgainAfterReopening() throws Exception {
        Mail.add(store, inbox, "t1", 1, 2);
        Mail.body(store, inbox, 2);
        MessageId second = Mail.id(store, inbox, 2);
        store.flag(inbox, Set.of(second), Set.of(Flag.SEEN), Set.of());
        List<MessageRow> rows = store.rows(inbox);
        var mailboxes = store.mailboxes(Mail.ACCOUNT);
        var intents = store.intents(Mail.ACCOUNT);
        reopen();
        assertEquals(rows, store.rows(inbox));
        assertEquals(mailboxes, store.mailboxes(Mail.ACCOUNT));
        assertEquals(intents, store.intents(Mail.ACCOUNT));
        assertEquals("body 2", Mail.text(store, second));
        assertEquals(List.of("1"), store.incomplete(inbox));
        assertEquals(Optional.of("t1"), store.token(inbox));
        assertEquals(1, store.mailbox(inbox).orElseThrow().unread());
    }

    @Test
    void givesAKnownMessageOnlyTheFlags() throws MailException {
        Mail.add(store, inbox, "t1", 1);
        MessageId id = Mail.id(store, inbox, 1);
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.add(Mail.message(1, Flag.FLAGGED));
            batch.commit(Optional.empty());
        }
        assertEquals(id, Mail.id(store, inbox, 1));
        assertEquals(Set.of(Flag.FLAGGED), store.row(id).orElseThrow().flags());
        assertEquals(Optional.of("t1"), store.token(inbox));
    }

    @Test
    void neverGivesAnIdTwice() throws MailException {
        Mail.add(store, inbox, "t1", 1);
        long first = Mail.id(store, inbox, 1).value();
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.remove("1");
            batch.commit(Optional.empty());
        }
        reopen();
        Mail.add(store, inbox, "t2", 1);
        assertTrue(Mail.id(store, inbox, 1).value() > first);
    }

    @Test
    void forgetsTheTokenTogetherWithTheMail() throws Exception {
        Mail.add(store, inbox, "t1", 1, 2);
        Mail.body(store, inbox, 1);
        MessageId old = Mail.id(store, inbox, 1);
        store.flag(inbox, Set.of(old), Set.of(Flag.SEEN), Set.of());
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.forgetAll();
            batch.add(Mail.message(1));
            batch.commit(Optional.empty());
        }
        assertEquals(Optional.empty(), store.token(inbox));
        assertEquals(List.of("1"), Mail.remoteIds(store, inbox));
        assertEquals(List.of(), store.intents(Mail.ACCOUNT));
        assertEquals(Optional.empty(), store.open(old));
        assertEquals(0, packs());
    }

    @Test
    void keepsALocalCopyThroughWhateverTheServerSays() throws Exception {
        Mail.add(store, inbox, "t1", 1, 2);
        Mail.body(store, inbox, 1);
        MessageId id = Mail.id(store, inbox, 1);
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.keep("1");
            batch.keep("2");
            batch.remove("1");
            batch.commit(Optional.empty());
        }
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.forgetAll();
            batch.commit(Optional.of("t2"));
        }
        reopen();
        assertEquals(List.of("1"), Mail.remoteIds(store, inbox));
        assertEquals("body 1", Mail.text(store, id));
        store.settled(store.delete(inbox, Set.of(id)));
        assertEquals(List.of(), store.rows(inbox));
        assertEquals(0, packs());
    }

    @Test
    void tellsWhatMayBeRemovedFromTheServer() throws Exception {
        Mail.add(store, inbox, "t1", 1, 2, 3);
        Mail.body(store, inbox, 1);
        Mail.body(store, inbox, 2);
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.keep("2");
            batch.commit(Optional.empty());
        }
        var now = java.time.Instant.now();
        assertEquals(List.of("1"), store.removable(inbox, now.plusSeconds(60)));
        assertEquals(List.of(), store.removable(inbox, now.minusSeconds(60)));
        reopen();
        assertEquals(List.of("1"), store.removable(inbox, now.plusSeconds(60)));
    }

    @Test
    void passesOverABodyOfAMessageThatIsGone() throws Exception {
        Mail.body(store, inbox, 7);
        assertEquals(0, packs());
    }

    @Test
    void keepsNothingOfABodyWhoseSourceFails() throws Exception {
        Mail.add(store, inbox, "t1", 1);
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("line cut");
                    }
                };
        IOException e = assertThrows(IOException.class, () -> store.storeBody(inbox, "1", broken));
        assertEquals("line cut", e.getMessage());
        assertEquals(List.of("1"), store.incomplete(inbox));
        Mail.body(store, inbox, 1);
        assertEquals("body 1", Mail.text(store, Mail.id(store, inbox, 1)));
        assertTrue(Files.size(packFiles().getFirst()) < 100);
    }

    @Test
    void fetchesAgainABodyThatSomebodyRemoved() throws Exception {
        Mail.add(store, inbox, "t1", 1);
        Mail.body(store, inbox, 1);
        store.close();
        Files.delete(packFiles().getFirst());
        store = PackedMailStore.open(folder);
        assertEquals(1, store.problems().size());
        assertEquals(List.of("1"), store.incomplete(inbox));
        Mail.body(store, inbox, 1);
        assertEquals("body 1", Mail.text(store, Mail.id(store, inbox, 1)));
    }

    @Test
    void removesPacksThatACrashLeftBehind() throws Exception {
        Mail.add(store, inbox, "t1", 1);
        Mail.body(store, inbox, 1);
        Path pack = packFiles().getFirst();
        Files.copy(pack, pack.resolveSibling("pack-123456"));
        reopen();
        assertEquals(List.of(pack), packFiles());
        assertEquals("body 1", Mail.text(store, Mail.id(store, inbox, 1)));
    }

    @Test
    void goesOnInAPackBehindWhatACrashLeftHalf() throws Exception {
        Mail.add(store, inbox, "t1", 1, 2);
        Mail.body(store, inbox, 1);
        store.close();
        Files.write(packFiles().getFirst(), new byte[5_000], StandardOpenOption.APPEND);
        store = PackedMailStore.open(folder);
        Mail.body(store, inbox, 2);
        reopen();
        assertEquals("body 1", Mail.text(store, Mail.id(store, inbox, 1)));
        assertEquals("body 2", Mail.text(store, Mail.id(store, inbox, 2)));
        assertEquals(1, packFiles().size());
        assertTrue(Files.size(packFiles().getFirst()) < 1_000);
    }

    @Test
    void removesTheMailOfMailboxesThatWent() throws Exception {
        Mail.add(store, inbox, "t1", 1);
        Mail.body(store, inbox, 1);
        store.reconcile(
                Mail.ACCOUNT, List.of(Mail.entry("Archive", MailboxRole.ARCHIVE, "Archive")));
        assertEquals(Optional.empty(), store.mailbox(inbox));
        assertEquals(List.of(), store.rows(inbox));
        assertEquals(0, packs());
        assertThrows(MailException.class, () -> store.begin(inbox));
    }

    @Test
    void forgetsAWholeAccount() throws Exception {
        Mail.add(store, inbox, "t1", 1);
        Mail.body(store, inbox, 1);
        store.forget(Mail.ACCOUNT);
        assertEquals(List.of(), store.mailboxes(Mail.ACCOUNT));
        assertEquals(0, packs());
        store.forget(new AccountId("unknown"));
    }

    @Test
    void refusesAStoreThatIsOpenElsewhere() {
        MailException e = assertThrows(MailException.class, () -> PackedMailStore.open(folder));
        Failure.LocalStorage failure = (Failure.LocalStorage) e.failure();
        assertTrue(failure.what().contains("in use"), failure.what());
    }

    @Test
    void refusesAStoreOfANewerVersion() throws Exception {
        store.close();
        version(Schema.VERSION + 1);
        MailException e = assertThrows(MailException.class, () -> PackedMailStore.open(folder));
        assertTrue(((Failure.LocalStorage) e.failure()).what().contains("newer"));
        version(Schema.VERSION);
        store = PackedMailStore.open(folder);
    }

    private void version(int version) throws Exception {
        try (var connection = JDBC.createConnection("jdbc:sqlite:" + database(), new Properties());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + version);
        }
    }

    private Path database() {
        return folder.resolve("mail.db");
    }

    @Test
    void leavesMailOfAnOlderFormatAlone() throws Exception {
        store.close();
        Files.writeString(folder.resolve("format"), "1\n");
        Path old = Files.createDirectories(folder.resolve("a").resolve("7"));
        Files.write(old.resolve("snapshot"), new byte[] {1, 2, 3});
        store = PackedMailStore.open(folder);
        assertEquals(List.of(), store.problems());
        assertTrue(Files.exists(old.resolve("snapshot")));
    }

    @Test
    void setsADamagedDatabaseAsideAndSaysSo() throws Exception {
        Mail.add(store, inbox, "t1", 1);
        Mail.body(store, inbox, 1);
        MessageId old = Mail.id(store, inbox, 1);
        store.close();
        Files.write(database(), new byte[5_000]);
        store = PackedMailStore.open(folder);
        assertEquals(1, store.problems().size());
        assertEquals(List.of(), store.mailboxes(Mail.ACCOUNT));
        assertTrue(Files.exists(folder.resolve("mail.db.damaged-1")));
        assertTrue(Files.exists(folder.resolve("packs.damaged-1")));
        inbox = Mail.inbox(store);
        Mail.add(store, inbox, "t1", 1);
        assertTrue(Mail.id(store, inbox, 1).value() > old.value());
    }

    @Test
    void tellsOfEachCommitOnceItIsDone() throws Exception {
        List<StoreChange> heard = new ArrayList<>();
        store.addListener(heard::add);
        Mail.add(store, inbox, "t1", 1);
        MessageId id = Mail.id(store, inbox, 1);
        Mail.body(store, inbox, 1);
        store.settled(store.delete(inbox, Set.of(id)));
        Optional<MailboxId> where = Optional.of(inbox);
        AccountId account = Mail.ACCOUNT;
        assertEquals(
                List.of(
                        new StoreChange(account, where, Set.of(id), Set.of(), Set.of()),
                        new StoreChange(account, where, Set.of(), Set.of(id), Set.of()),
                        new StoreChange(account, where, Set.of(), Set.of(), Set.of(id))),
                heard);
    }

    /** How many packs there are when the room of what was removed is reclaimed. */
    private int packs() throws IOException, MailException {
        store.reclaim(new NullProgressMonitor());
        return packFiles().size();
    }

    private List<Path> packFiles() throws IOException {
        try (var files = Files.list(folder.resolve("packs"))) {
            return files.toList();
        }
    }
}
