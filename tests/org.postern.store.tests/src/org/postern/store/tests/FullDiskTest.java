package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.PackedMailStore;
import org.postern.store.internal.Failures;
import org.postern.store.internal.Steps;
import org.postern.store.internal.sql.Database;
import org.postern.store.internal.sql.Link;
import org.postern.store.tests.Script.Act;
import org.postern.store.tests.Script.Seen;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A disk that is full at some step, and has room again after it. */
class FullDiskTest {

    @TempDir Path folder;

    /** Lets one step fail. */
    private static final class Sabotaged implements Steps {
        private int left;

        void after(int steps) {
            left = steps;
        }

        boolean failed() {
            return left == 0;
        }

        @Override
        public void before(String step) throws IOException {
            if (left > 0 && --left == 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    /** The driver closes a statement that found no room; the same must work when there is some. */
    @Test
    void theDatabaseGoesOnWithTheSameStatementsWhenThereIsRoom() throws Exception {
        try (Database database = Database.open(folder.resolve("mail.db"))) {
            Link link = database.writer();
            long pages = link.number("PRAGMA page_count");
            link.once("PRAGMA max_page_count = " + (pages + 2));
            SQLException full = assertThrows(SQLException.class, () -> fill(link));
            assertEquals(SQLiteErrorCode.SQLITE_FULL.code, full.getErrorCode() & 0xff);
            link.once("PRAGMA max_page_count = " + (pages + 1_000));
            fill(link);
            assertEquals(10, link.number("SELECT count(*) FROM header"));
        }
    }

    private static void fill(Link link) throws SQLException {
        link.run("BEGIN IMMEDIATE");
        try {
            for (int i = 0; i < 10; i++) {
                link.run("INSERT INTO header VALUES (?, ?)", i, new byte[8_000]);
            }
            link.run("COMMIT");
        } catch (SQLException e) {
            try {
                link.run("ROLLBACK");
            } catch (SQLException over) { // it was rolled back already
                e.addSuppressed(over);
            }
            throw e;
        }
    }

    @Test
    void losesNothingAndGoesOnWhereverTheDiskIsFull() throws Exception {
        Sabotaged disk = new Sabotaged();
        try (PackedMailStore store = PackedMailStore.open(folder, Script.setup(disk))) {
            int failures = 0;
            for (Act act : Script.acts()) {
                failures += doneAtLast(store, act, disk);
            }
            assertTrue(failures > 100, failures + " failures");
            disk.after(0);
            assertTrue(store.verify(new NullProgressMonitor()).sound());
        }
    }

    /** Lets each step of an act fail in its turn, until it passes. */
    private static int doneAtLast(PackedMailStore store, Act act, Sabotaged disk)
            throws IOException, MailException {
        for (int step = 1; ; step++) {
            Seen before = Script.look(store);
            disk.after(step);
            try {
                act.on(store, Script.inbox(store));
                return step - 1;
            } catch (MailException e) {
                assertTrue(disk.failed());
                Failure failure = e.failure();
                String said = assertInstanceOf(Failure.LocalStorage.class, failure).what();
                assertTrue(said.contains("full"), said);
                assertEquals(before, Script.look(store));
            }
        }
    }

    @Test
    void leavesABatchUsableAfterTheDiskWasFull() throws Exception {
        Sabotaged disk = new Sabotaged();
        try (PackedMailStore store = PackedMailStore.open(folder, Script.setup(disk))) {
            MailboxId inbox = Mail.inbox(store);
            try (MailStore.Batch batch = store.begin(inbox)) {
                batch.add(Mail.message(1));
                disk.after(1);
                assertThrows(MailException.class, () -> batch.commit(Optional.of("t")));
                batch.commit(Optional.of("t"));
            }
            assertEquals(List.of("1"), Mail.remoteIds(store, inbox));
        }
    }

    @Test
    void knowsAFullDatabaseFromOneThatIsBroken() {
        SQLiteException full = new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL);
        SQLiteException broken = new SQLiteException("broken", SQLiteErrorCode.SQLITE_IOERR);
        assertTrue(what(Failures.writing(full)).contains("full"));
        assertTrue(what(Failures.writing(broken)).contains("could not be stored"));
    }

    private static String what(MailException e) {
        return ((Failure.LocalStorage) e.failure()).what();
    }
}
