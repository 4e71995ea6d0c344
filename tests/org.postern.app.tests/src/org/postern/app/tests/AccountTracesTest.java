package org.postern.app.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.AccountFolder;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.app.internal.AccountTraces;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.PinFolder;
import org.postern.testing.TestCa;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AccountTracesTest {

    private static final AccountId HOME = new AccountId("home");
    private static final AccountId TRIAL = new AccountId("trial");
    private static final Endpoint SERVER = new Endpoint("mail.example.org", new Port(993));
    private static final X509Certificate LEAF = TestCa.shared().sound().leaf();

    @TempDir private Path folder;
    private final List<AccountId> silenced = new ArrayList<>();
    private PinFolder pins;

    @BeforeEach
    void pinForBoth() throws MailException {
        AccountFolder accounts = AccountFolder.open(folder.resolve("accounts"));
        accounts.save(account());
        pins = PinFolder.open(folder.resolve("pins"));
        pins.pin(HOME, SERVER, LEAF);
        pins.pin(TRIAL, SERVER, LEAF);
    }

    @Test
    void trialsThatWereNeverSavedAreForgottenAtStart() throws Exception {
        follow();
        assertEquals(Optional.of(LEAF), pins.pinned(HOME, SERVER));
        assertEquals(Optional.empty(), pins.pinned(TRIAL, SERVER));
    }

    @Test
    void anAccountThatIsRemovedIsForgotten() throws Exception {
        follow().remove(HOME);
        assertEquals(Optional.empty(), pins.pinned(HOME, SERVER));
        assertEquals(List.of(HOME), silenced);
    }

    @Test
    void anAccountThatIsChangedKeepsItsPins() throws Exception {
        follow().save(account());
        assertEquals(Optional.of(LEAF), pins.pinned(HOME, SERVER));
        assertEquals(List.of(), silenced);
    }

    @Test
    void nothingIsSweptWhileAnAccountCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("accounts").resolve("trial.account"), "nonsense");
        assertEquals(1, follow().damaged().size());
        assertEquals(Optional.of(LEAF), pins.pinned(TRIAL, SERVER));
    }

    private AccountFolder follow() throws MailException {
        AccountFolder accounts = AccountFolder.open(folder.resolve("accounts"));
        new AccountTraces(accounts, pins, silenced::add).follow();
        return accounts;
    }

    private static Account account() {
        return new Account(
                HOME,
                "Home",
                List.of(),
                new ServerSettings(
                        "secure",
                        "mail.example.org",
                        Optional.empty(),
                        "ann",
                        Authentication.PASSWORD,
                        Security.TLS),
                SyncOptions.DEFAULT);
    }
}
