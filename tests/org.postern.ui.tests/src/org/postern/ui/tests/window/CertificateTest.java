package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.Fingerprint;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.look.Accessible;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Servers that no authority vouches for, new ones and ones that were known. */
@ExtendWith(InWindow.class)
class CertificateTest {

    private static final Belongings OURS = new Belongings();
    private static ServerIdentity stranger;
    private static Dovecot dovecot;
    private static Program program;

    @BeforeAll
    static void setUp() throws Exception {
        stranger = TestCa.shared().identity(CertificateKind.SELF_SIGNED);
        dovecot = OURS.keep(Dovecot.with().identity(stranger).start());
        dovecot.append("INBOX", TestMail.subject("Greetings from a stranger").bytes());
        program = InWindow.program();
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    private static X509Certificate leaf(ServerIdentity identity) {
        return identity.chain().getFirst();
    }

    @Test
    void aNewAccountIsTrustedByWhoHasComparedTheFingerprint() {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        SettingsPage wizard = wizard(screen, hand, "Stranger");
        wizard.test();
        screen.picture("certificate-wizard");
        Button look = screen.await(Button.class, WidgetIds.SETTINGS_CERTIFICATE);
        screen.until(look::isFocusControl, "whoever pressed Test is where it goes on");
        assertEquals(List.of(), openDialogs(screen));
        assertTrue(describes(screen, look, "Anybody can make such a certificate"));
        hand.pressKey("Return");

        Shell dialog = screen.awaitShell("Certificate of Stranger");
        Button trust = screen.await(Button.class, WidgetIds.CERTIFICATE_TRUST);
        StyledText facts = screen.await(StyledText.class, WidgetIds.CERTIFICATE_FACTS);
        screen.picture("certificate-pin");
        String shown = Texts.of(screen, facts).replaceAll("\\s", "");
        assertTrue(shown.contains(Fingerprint.of(leaf(stranger)).text()), shown);
        assertFalse(screen.ask(trust::isEnabled));
        assertFalse(screen.ask(() -> dialog.getDefaultButton() == trust));
        Button no = Buttons.in(screen, dialog, "Do not trust it");
        screen.until(no::isFocusControl, "the focus is on what harms nothing");
        hand.pressKey("alt+c");
        screen.until(trust::isEnabled, "somebody has compared");
        hand.pressKey("alt+t");

        Control result = screen.await(Control.class, WidgetIds.SETTINGS_TEST_RESULT);
        screen.until(() -> Texts.of(result).startsWith("It works"), "the trial works now");
        wizard.press("Finish").awaitClosed();
        FoldersPage folders = new FoldersPage(screen);
        folders.select(hand, "Stranger", "Inbox");
        new ListPage(screen).await("Greetings from a stranger");
        folders.awaitLastingBadge("Stranger", "not confirmed by an authority");
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+l");
        String posture = Texts.of(screen, screen.await(StyledText.class, WidgetIds.POSTURE_FACTS));
        screen.picture("certificate-posture");
        assertTrue(posture.contains("you trust this very certificate"), posture);
        assertTrue(posture.contains("Not counted as confidential"), posture);
        takeBack(screen, hand, folders);
    }

    private static List<String> openDialogs(Screen screen) {
        return screen.shell("Certificate of Stranger").stream().map(Object::toString).toList();
    }

    private static boolean describes(Screen screen, Control control, String part) {
        return screen.ask(() -> String.valueOf(control.getData(Accessible.DESCRIPTION)))
                .contains(part);
    }

    private static void takeBack(Screen screen, Hand hand, FoldersPage folders) {
        hand.click(screen.await(Button.class, WidgetIds.POSTURE_TAKE_BACK));
        Shell question = screen.awaitShell("Take back your trust?");
        screen.picture("certificate-take-back");
        hand.click(Buttons.in(screen, question, "Take it back"));
        folders.awaitBadge("Stranger", "offline:");
        assertEquals(List.of(), program.services().pins().pinnedServers(onlyAccount()));
    }

    private static AccountId onlyAccount() {
        return program.services().accounts().all().stream()
                .filter(a -> a.name().equals("Stranger"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static SettingsPage wizard(Screen screen, Hand hand, String name) {
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+n");
        String type = program.services().transports().find("imap").orElseThrow().label();
        return SettingsPage.wizard(screen)
                .type(WidgetIds.SETTINGS_PERSON, "Joe Example")
                .type(WidgetIds.SETTINGS_ADDRESS, "joe@example.com")
                .type(WidgetIds.SETTINGS_ACCOUNT_NAME, name)
                .press("Next")
                .choose(type)
                .type(WidgetIds.SETTINGS_HOST, "localhost")
                .tick(WidgetIds.SETTINGS_SSL, true)
                .type(WidgetIds.SETTINGS_PORT, String.valueOf(dovecot.imapsPort()))
                .type(WidgetIds.SETTINGS_USER, dovecot.user().name())
                .type(WidgetIds.SETTINGS_PASSWORD, dovecot.user().password());
    }

    @Test
    void aChangedCertificateIsComparedAndCannotBeWavedThrough() {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        Endpoint server = new Endpoint("localhost", new Port(dovecot.imapsPort()));
        X509Certificate before = leaf(TestCa.shared().sound());
        program.services().pins().accepted(Program.id("Changed"), server, before);
        program.add("Changed", "imaps", Security.TLS, dovecot.imapsPort(), dovecot.user());
        AlertPage alert = AlertPage.of(screen, "Changed").raise();
        screen.picture("certificate-alert");
        hand.click(alert.button(WidgetIds.ALERT_CERTIFICATE));

        Shell dialog = screen.awaitShell("Certificate of Changed");
        Table table = screen.await(Table.class, WidgetIds.COMPARISON_TABLE);
        screen.picture("certificate-changed");
        assertTrue(screen.find(dialog, Button.class, WidgetIds.CERTIFICATE_TRUST).isEmpty());
        assertEquals(List.of("Keep offline", "Open account settings…"), buttons(screen, dialog));
        List<String> fingerprints = row(screen, table, "SHA-256");
        assertEquals(Fingerprint.of(before).text(), fingerprints.get(0));
        assertEquals(Fingerprint.of(leaf(stranger)).text(), fingerprints.get(1));
        hand.click(Buttons.in(screen, dialog, "Keep offline"));
        new FoldersPage(screen).awaitBadge("Changed", "offline:");
    }

    private static List<String> buttons(Screen screen, Shell dialog) {
        return screen.ask(
                () ->
                        Screen.controls(dialog)
                                .filter(Button.class::isInstance)
                                .map(Texts::of)
                                .sorted()
                                .toList());
    }

    private static List<String> row(Screen screen, Table table, String label) {
        return screen.ask(
                () ->
                        Arrays.stream(table.getItems())
                                .filter(i -> i.getText().contains(label))
                                .flatMap(i -> Stream.of(i.getText(1), i.getText(2)))
                                .map(text -> text.replaceAll("\\s", ""))
                                .toList());
    }
}
