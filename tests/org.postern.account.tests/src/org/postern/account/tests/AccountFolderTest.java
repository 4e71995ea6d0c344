package org.postern.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.AccountChange;
import org.postern.account.AccountFolder;
import org.postern.account.Authentication;
import org.postern.account.DamagedAccount;
import org.postern.account.Identity;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AccountFolderTest {

    @TempDir Path folder;

    @Test
    void readsBackWhatWasSaved() throws MailException {
        AccountFolder accounts = AccountFolder.open(folder);
        List<Account> all = List.of(full("b"), empty("a"));
        for (Account each : all) {
            accounts.save(each);
        }
        assertEquals(all, accounts.all());
        assertEquals(all, AccountFolder.open(folder).all());
    }

    @Test
    void givesTheSameAccountsInACopiedFolder() throws Exception {
        AccountFolder.open(folder).save(full("b"));
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(folder.resolve("b.account"), copy.resolve("b.account"));
        assertEquals(List.of(full("b")), AccountFolder.open(copy).all());
    }

    @Test
    void writesAFileThatPeopleCanRead() throws Exception {
        AccountFolder.open(folder).save(full("b"));
        List<String> lines = Files.readAllLines(folder.resolve("b.account"));
        assertEquals("version = 1", lines.getFirst());
        assertTrue(lines.contains("incoming.port = 1993"));
        assertTrue(lines.contains("incoming.security = starttls"));
        assertTrue(lines.contains("sync.every = PT5M"));
        assertTrue(lines.contains("sync.removal = after-days"));
        assertTrue(lines.contains("identity.1.name = Zoë"));
    }

    @Test
    void keepsEntriesThatItDoesNotKnow() throws Exception {
        AccountFolder.open(folder).save(full("b"));
        Path file = folder.resolve("b.account");
        Files.writeString(file, Files.readString(file) + "colour = \\sblue\\n\n");
        AccountFolder again = AccountFolder.open(folder);
        again.save(empty("b"));
        assertTrue(Files.readString(file).contains("colour = \\sblue\\n\n"));
        assertEquals(List.of(empty("b")), again.all());
    }

    @Test
    void setsADamagedFileAsideAndLoadsTheOthers() throws Exception {
        AccountFolder.open(folder).save(full("b"));
        Files.writeString(folder.resolve("a.account"), "version = 1\nid = a\nnonsense\n");
        AccountFolder accounts = AccountFolder.open(folder);
        assertEquals(List.of(full("b")), accounts.all());
        DamagedAccount damaged = accounts.damaged().getFirst();
        assertEquals(folder.resolve("a.account.damaged-1"), damaged.file());
        assertTrue(Files.readString(damaged.file()).contains("nonsense"));
        assertTrue(damaged.reason().contains("3"), damaged.reason());
        assertTrue(damaged.reason().contains("nonsense"), damaged.reason());
    }

    @Test
    void reportsTheEntryThatIsWrong() throws Exception {
        assertTrue(reason("incoming.port = 1993", "incoming.port = 70000").contains("70000"));
        assertTrue(reason("incoming.security = starttls", "").contains("incoming.security"));
        assertTrue(reason("sync.every = PT5M", "sync.every = soon").contains("soon"));
        assertTrue(reason("sync.keep-days = 3", "sync.keep-days = 0").contains("0"));
        assertTrue(reason("id = b", "id = c").contains("\"c\""));
        assertTrue(reason("version = 1", "version = one").contains("one"));
    }

    @Test
    void survivesATornFileAtEveryByte() throws Exception {
        AccountFolder.open(folder).save(full("b"));
        byte[] whole = Files.readAllBytes(folder.resolve("b.account"));
        for (int length = 0; length < whole.length - 1; length++) {
            Path torn = Files.createDirectory(folder.resolve("torn" + length));
            Files.write(torn.resolve("b.account"), java.util.Arrays.copyOf(whole, length));
            AccountFolder accounts = AccountFolder.open(torn);
            assertEquals(1, accounts.all().size() + accounts.damaged().size());
        }
    }

    @Test
    void leavesANewerFormatToANewerVersion() throws Exception {
        AccountFolder.open(folder).save(full("b"));
        Path file = folder.resolve("b.account");
        Files.writeString(file, Files.readString(file).replace("version = 1", "version = 2"));
        AccountFolder accounts = AccountFolder.open(folder);
        assertEquals(List.of(), accounts.all());
        assertEquals(folder.resolve("b.account.newer-1"), accounts.damaged().getFirst().file());
        assertTrue(accounts.damaged().getFirst().reason().contains("newer"));
    }

    @Test
    void tellsOfWhatWasSavedAndRemoved() throws MailException {
        AccountFolder accounts = AccountFolder.open(folder);
        List<AccountChange> heard = new ArrayList<>();
        accounts.addListener(heard::add);
        accounts.save(full("b"));
        accounts.save(empty("b"));
        accounts.remove(new AccountId("b"));
        accounts.remove(new AccountId("b"));
        AccountId id = new AccountId("b");
        assertEquals(
                List.of(
                        new AccountChange(id, Optional.empty(), Optional.of(full("b"))),
                        new AccountChange(id, Optional.of(full("b")), Optional.of(empty("b"))),
                        new AccountChange(id, Optional.of(empty("b")), Optional.empty())),
                heard);
        assertEquals(List.of(), AccountFolder.open(folder).all());
    }

    @Test
    void changesNothingWhenItCannotBeWritten() throws Exception {
        AccountFolder accounts = AccountFolder.open(folder);
        accounts.save(full("b"));
        Files.delete(folder.resolve("b.account"));
        Files.delete(folder);
        MailException e = assertThrows(MailException.class, () -> accounts.save(empty("b")));
        assertTrue(e.failure() instanceof Failure.LocalStorage);
        assertEquals(List.of(full("b")), accounts.all());
        assertFalse(Files.exists(folder));
    }

    private String reason(String line, String instead) throws IOException, MailException {
        Path own = Files.createTempDirectory(folder, "case");
        AccountFolder.open(own).save(full("b"));
        Path file = own.resolve("b.account");
        Files.writeString(file, Files.readString(file).replace(line + "\n", instead + "\n"));
        return AccountFolder.open(own).damaged().getFirst().reason();
    }

    private static Account full(String id) {
        return new Account(
                new AccountId(id),
                "Arbeit \\ ünd 仕事",
                List.of(
                        Identity.of("Zoë", "zoe@example.org"),
                        new Identity(Identity.of("", "z@example.org").address(), "Söhne\nCo")),
                new ServerSettings(
                        "imap",
                        "mail.example.org",
                        Optional.of(new Port(1993)),
                        " zoe ",
                        Authentication.PASSWORD,
                        Security.STARTTLS),
                new SyncOptions(
                        Optional.of(Duration.ofMinutes(5)), SyncOptions.Removal.AFTER_DAYS, 3));
    }

    private static Account empty(String id) {
        return new Account(
                new AccountId(id),
                "Folder",
                List.of(),
                new ServerSettings(
                        "maildir",
                        "C:\\mail\\in",
                        Optional.empty(),
                        "",
                        Authentication.NONE,
                        Security.NONE),
                new SyncOptions(Optional.empty(), SyncOptions.Removal.NEVER, 14));
    }
}
