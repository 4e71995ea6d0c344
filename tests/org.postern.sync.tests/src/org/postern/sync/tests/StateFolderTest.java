package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.sync.AccountState;
import org.postern.sync.RefusedDowngrade;
import org.postern.sync.internal.StateFolder;
import org.postern.sync.internal.StateFolder.Remembered;
import org.postern.testing.TestCa;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class StateFolderTest {

    private static final AccountId ACCOUNT = new AccountId("a");

    @TempDir Path folder;

    @Test
    void remembersEveryKindOfFailure() throws Exception {
        List<X509Certificate> chain = TestCa.shared().sound().chain();
        List<Failure> all = Failures.all(chain);
        assertEquals(Failure.class.getPermittedSubclasses().length, all.size());
        for (Failure failure : all) {
            remembers(new AccountState.OfflineCannot(failure));
            remembers(new AccountState.WaitingForPassword(failure));
        }
        remembers(new AccountState.OfflineByUser());
    }

    private void remembers(AccountState state) throws Exception {
        Remembered remembered = new Remembered(state, Optional.of("posts host:1 TLS"));
        new StateFolder(folder).write(ACCOUNT, remembered);
        assertEquals(remembered, new StateFolder(folder).read(ACCOUNT));
    }

    @Test
    void remembersWhenLessProtectionWasRefused() throws Exception {
        Instant at = Instant.parse("2026-11-24T09:54:00Z");
        for (Failure failure : Failures.all(TestCa.shared().sound().chain())) {
            Remembered remembered =
                    new Remembered(
                            new AccountState.Idle(),
                            Optional.empty(),
                            Optional.of(new RefusedDowngrade(failure, at)));
            new StateFolder(folder).write(ACCOUNT, remembered);
            assertEquals(remembered, new StateFolder(folder).read(ACCOUNT));
        }
    }

    @Test
    void staysOfflineWhenOnlyTheReasonIsUnreadable() throws Exception {
        Files.writeString(
                folder.resolve("a.state"),
                "version = 1\nstate = offline-cannot\nreason.kind = Unheard\n");
        assertInstanceOf(
                AccountState.OfflineCannot.class, new StateFolder(folder).read(ACCOUNT).state());
    }

    @Test
    void setsADamagedFileAside() throws Exception {
        Files.writeString(folder.resolve("a.state"), "nonsense");
        assertEquals(Remembered.NOTHING, new StateFolder(folder).read(ACCOUNT));
        assertTrue(Files.exists(folder.resolve("a.state.damaged-1")));
    }

    @Test
    void forgetsAnAccount() throws Exception {
        remembers(new AccountState.OfflineByUser());
        new StateFolder(folder).forget(ACCOUNT);
        assertEquals(Remembered.NOTHING, new StateFolder(folder).read(ACCOUNT));
    }
}
