package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.TestUser;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.look.Accessible;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whoever cannot see which label stands beside a field hears its name: from the label just before
 * it, which the toolkit ties to it, or from a name of its own.
 */
@ExtendWith(InWindow.class)
class FieldNamesTest {

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();
    private final Hand hand = new Hand(screen);

    @Test
    void everyFieldOfTheWizardHasAName() {
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+n");
        SettingsPage wizard = SettingsPage.wizard(screen);
        wizard.type(WidgetIds.SETTINGS_PERSON, "Joe Example")
                .type(WidgetIds.SETTINGS_ADDRESS, "joe@example.com")
                .press("Next");
        screen.await(Text.class, WidgetIds.SETTINGS_HOST);
        assertNamed(wizard.shell());
        wizard.press("Cancel").awaitClosed();
    }

    @Test
    void everyFieldOfTheSettingsHasAName() throws Exception {
        StoredAccount.in(program, "Settled");
        screen.toFront("Postern");
        new FoldersPage(screen).select(hand, "Settled");
        hand.pressKey("ctrl+shift+p");
        SettingsPage settings = SettingsPage.of(screen, "Settled");
        assertNamed(settings.shell());
        hand.click(screen.await(Button.class, WidgetIds.SETTINGS_ADVANCED));
        Shell advanced = screen.awaitShell("Advanced settings");
        screen.picture("settings-advanced");
        assertNamed(advanced);
        hand.click(Buttons.in(screen, advanced, "Cancel"));
        settings.press("Cancel").awaitClosed();
    }

    @Test
    void everyFieldOfTheViewsAboutConnectionsHasAName() throws Exception {
        StoredAccount.in(program, "Viewed");
        FoldersPage folders = new FoldersPage(screen);
        folders.awaitBadge("Viewed", "offline");
        folders.select(hand, "Viewed");
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+g");
        screen.await(Text.class, WidgetIds.LOG_FILTER);
        screen.picture("log-empty");
        assertNamed(screen.awaitShell("Postern"));
        hand.pressKey("ctrl+shift+x");
        new DoctorPage(screen).awaitEnd();
        assertNamed(screen.awaitShell("Postern"));
        hand.pressKey("ctrl+shift+l");
        assertNamed(screen.awaitShell("Connection security of Viewed"));
        screen.closeDialogs();
    }

    @Test
    void everyFieldOfAnAlertHasAName() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            program.add(
                    "Forgetting",
                    Program.settings(
                            "imaps",
                            dovecot.host(),
                            Security.TLS,
                            dovecot.imapsPort(),
                            dovecot.user()),
                    new TestUser(dovecot.user().name(), "wrong"));
            AlertPage alert = AlertPage.of(screen, "Forgetting");
            Shell shell = screen.awaitShell("Forgetting – ");
            assertTrue(screen.find(shell, Text.class, WidgetIds.ALERT_PASSWORD).isPresent());
            assertNamed(shell);
            alert.close();
        }
    }

    private void assertNamed(Shell shell) {
        List<Control> fields =
                screen.ask(() -> Screen.controls(shell).filter(FieldNamesTest::needsName).toList());
        assertFalse(fields.isEmpty(), "there are no fields at all");
        assertEquals(
                List.of(),
                screen.ask(
                        () ->
                                fields.stream()
                                        .filter(f -> name(f).isBlank())
                                        .map(f -> f + " " + f.getData(WidgetIds.KEY))
                                        .toList()));
    }

    /**
     * Text that only is read, as in a wizard's title, says itself; where it is empty it is silent.
     */
    private static boolean needsName(Control control) {
        return switch (control) {
            case Text text -> (text.getStyle() & SWT.READ_ONLY) == 0;
            case Combo combo -> true;
            case Spinner spinner -> true;
            case StyledText text -> text.getCharCount() > 0;
            case ProgressBar bar -> !inWizardsOwnBar(bar);
            default -> false;
        };
    }

    /** The platform makes one under each wizard, which we do not use. */
    private static boolean inWizardsOwnBar(ProgressBar bar) {
        return bar.getParent().getClass().getName().startsWith("org.eclipse.jface.");
    }

    private static String name(Control field) {
        if (field.getData(Accessible.KEY) instanceof Supplier<?> own) {
            return own.get().toString();
        }
        List<Control> all = Arrays.asList(field.getParent().getChildren());
        int place = all.indexOf(field);
        return place > 0 && all.get(place - 1) instanceof Label label ? label.getText() : "";
    }
}
