package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
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
import org.postern.ui.WidgetIds;

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
        Shell dialog = open();
        choose(WidgetIds.ADVANCED_WAY, 2);
        assertFalse(screen.ask(Buttons.in(screen, dialog, "OK")::isEnabled));
        choose(WidgetIds.ADVANCED_KIND, 1);
        hand.type(screen.await(Text.class, WidgetIds.ADVANCED_PLACE), file.toString());
        hand.type(screen.await(Text.class, WidgetIds.ADVANCED_SECRET), new String(PASSWORD));
        screen.run(screen.await(Combo.class, WidgetIds.ADVANCED_KIND)::setFocus);
        Label holds = screen.await(Label.class, WidgetIds.ADVANCED_HOLDS);
        screen.until(() -> holds.getText().contains("valid until"), "its end is shown");
        screen.picture("advanced-certificate");
        hand.click(Buttons.in(screen, dialog, "OK"));
        screen.until(dialog::isDisposed, "the dialog is closed");
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

    private Shell open() {
        hand.click(screen.await(Button.class, WidgetIds.SETTINGS_ADVANCED));
        return screen.awaitShell("Advanced settings");
    }

    private void choose(String id, int place) {
        Combo list = screen.await(Combo.class, id);
        screen.run(list::setFocus);
        hand.choose(list, screen.ask(list::getSelectionIndex), place);
    }
}
