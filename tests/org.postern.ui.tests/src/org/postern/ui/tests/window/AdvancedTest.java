package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.core.AccountId;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore.Purpose;
import org.postern.testing.Eventually;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** Somebody whose server wants something special chooses how to log in. */
@ExtendWith(InWindow.class)
class AdvancedTest {

    private static final char[] PASSWORD = "open sesame".toCharArray();

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();
    private final Hand hand = new Hand(screen);

    @TempDir Path folder;

    private Path file() throws Exception {
        ServerIdentity identity = TestCa.shared().sound();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "mail", identity.key(), PASSWORD, identity.chain().toArray(X509Certificate[]::new));
        Path file = folder.resolve("mail.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    @Test
    void aCertificateInAFileIsChosenAndItsEndIsShown() throws Exception {
        Path file = file();
        StoredAccount.in(program, "Special");
        screen.toFront("Postern");
        new FoldersPage(screen).select(hand, "Special");
        hand.pressKey("ctrl+shift+p");
        SettingsPage settings = SettingsPage.of(screen, "Special");
        AdvancedPage advanced = AdvancedPage.open(screen).way(AdvancedPage.BY_CERTIFICATE);
        assertFalse(advanced.canAccept());
        advanced.certificate(AdvancedPage.IN_A_FILE, file.toString(), new String(PASSWORD));
        advanced.awaitHolds("valid until");
        screen.picture("advanced-certificate");
        advanced.accept();
        screen.picture("settings-certificate");
        settings.press("Save").awaitClosed();

        AccountId id = Program.id("Special");
        Eventually.until(
                () -> incoming(id).authentication() == Authentication.CERTIFICATE,
                Program.PATIENCE,
                "it is saved");
        assertEquals(file.toString(), incoming(id).certificate().orElseThrow().location());
        try (Secret kept =
                program.services().credentials().read(id, Purpose.CERTIFICATE).orElseThrow()) {
            assertTrue(Arrays.equals(PASSWORD, kept.characters()));
        }
    }

    private ServerSettings incoming(AccountId id) {
        return program.services().accounts().find(id).orElseThrow().incoming();
    }
}
