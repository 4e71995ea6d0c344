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
import org.postern.store.tests.Script.Act;
import org.postern.store.tests.Script.Seen;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.Path;
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
