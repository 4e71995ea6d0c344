package org.postern.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.AccountFolder;
import org.postern.account.AccountGlance;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Security;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looking at accounts that somebody else has open. */
class AccountGlanceTest {

    @TempDir Path top;

    private static Account account(String id) {
        ServerSettings settings =
                new ServerSettings(
                        "x", "host", Optional.empty(), "", Authentication.NONE, Security.TLS);
        return new Account(new AccountId(id), id, List.of(), settings, SyncOptions.DEFAULT);
    }

    @Test
    void seesWhatWasSaved() throws Exception {
        AccountFolder accounts = AccountFolder.open(top);
        accounts.save(account("b"));
        accounts.save(account("a"));
        assertEquals(
                new AccountGlance(List.of(account("a"), account("b")), List.of()),
                AccountGlance.at(top));
    }

    @Test
    void leavesDamagedFilesAndHalfWrittenOnesWhereTheyAre() throws Exception {
        AccountFolder.open(top).save(account("a"));
        Path damaged = Files.writeString(top.resolve("bad.account"), "nonsense");
        Path half = Files.writeString(top.resolve("b.account-1.part"), "version = 1");
        AccountGlance seen = AccountGlance.at(top);
        assertEquals(List.of(account("a")), seen.accounts());
        assertEquals(damaged, seen.damaged().getFirst().file());
        assertTrue(Files.exists(damaged) && Files.exists(half));
    }

    @Test
    void makesNoFolder() throws Exception {
        Path nowhere = top.resolve("nowhere");
        assertEquals(new AccountGlance(List.of(), List.of()), AccountGlance.at(nowhere));
        assertFalse(Files.exists(nowhere));
    }
}
