package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.store.MailThread;
import org.postern.store.MailboxId;
import org.postern.store.PackedMailStore;
import org.postern.store.UserIntents;
import org.postern.store.internal.sql.Database;
import org.postern.store.internal.sql.Link;
import org.postern.store.internal.sql.Schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Databases of earlier versions. */
class SchemaTest {

    @TempDir Path folder;

    @Test
    void bringsAStoreOfTheFirstVersionUpToDate() throws Exception {
        try (Database old = Database.openAt(folder.resolve("mail.db"), 1)) {
            assertEquals(1, old.writer().number("PRAGMA user_version"));
            fill(old.writer());
        }
        try (PackedMailStore store = PackedMailStore.open(folder)) {
            MailboxId inbox = new MailboxId(1);
            assertEquals(List.of("two", "one"), Mail.remoteIds(store, inbox));
            assertEquals(Optional.of("t"), store.token(inbox));
            assertEquals(2, store.threads(inbox).size());
            Mail.add(store, inbox, "u", 7);
            assertTrue(store.verify(new NullProgressMonitor()).sound());
            List<MailThread> threads = store.threads(inbox);
            assertEquals(3, threads.size());
        }
    }

    @Test
    void keepsIntentsOfAVersionThatKnewNoProvisionalMessages() throws Exception {
        try (Database old = Database.openAt(folder.resolve("mail.db"), 3)) {
            fill(old.writer());
            old.writer().run("UPDATE message SET hidden = 1 WHERE id = 2");
            old.writer().run("UPDATE mailbox SET total = 1, unread = 1");
            old.writer().run("INSERT INTO intent VALUES (4, 1, 'move', 0, 0, 'Archive')");
            old.writer().run("INSERT INTO intent_message VALUES (4, 0, 'one')");
        }
        try (PackedMailStore store = PackedMailStore.open(folder)) {
            UserIntents.Intent move = store.intents(new AccountId("a")).getFirst();
            assertEquals(new UserIntents.Action.Move("Archive"), move.action());
            assertEquals(Set.of(), store.made(move));
            store.settled(move);
            assertEquals(List.of("two"), Mail.remoteIds(store, new MailboxId(1)));
            assertTrue(store.verify(new NullProgressMonitor()).sound());
        }
    }

    private static void fill(Link link) throws Exception {
        link.run("UPDATE counter SET last = 3");
        link.run(
                "INSERT INTO mailbox VALUES (1, 'a', 'INBOX', 'INBOX' || char(0), 'INBOX', 1, 1,"
                        + " 't', 2, 2)");
        insert(link, 2, "one", 1_000);
        insert(link, 3, "two", 2_000);
    }

    private static void insert(Link link, long id, String remote, long date) throws Exception {
        link.run(
                "INSERT INTO message (id, mailbox, remote, flags, shown, hidden, name, address,"
                        + " subject, date, size, attachments, server, body, stored)"
                        + " VALUES (?, 1, ?, 0, 0, 0, '', '', '', ?, 5, 0, 1, 0, 0)",
                id,
                remote,
                date);
    }

    @Test
    void goesOnAfterAKillBetweenTwoVersions() throws Exception {
        for (int version = 1; version <= Schema.VERSION; version++) {
            Database.openAt(folder.resolve("mail.db"), version).close();
        }
        PackedMailStore.open(folder).close();
    }
}
