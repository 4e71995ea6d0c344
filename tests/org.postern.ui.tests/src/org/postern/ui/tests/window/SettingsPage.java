package org.postern.ui.tests.window;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postern.ui.WidgetIds;

import java.util.List;

/** The fields of an account, in the wizard or in the settings. */
final class SettingsPage {

    private final Screen screen;
    private final Hand hand;
    private final Shell shell;

    private SettingsPage(Screen screen, Shell shell) {
        this.screen = screen;
        this.shell = shell;
        hand = new Hand(screen);
    }

    /** The settings of an account, once they are open. */
    static SettingsPage of(Screen screen, String account) {
        return new SettingsPage(screen, screen.awaitShell("Settings of " + account));
    }

    /** The wizard, once it is open. */
    static SettingsPage wizard(Screen screen) {
        return new SettingsPage(screen, screen.awaitShell("New account"));
    }

    Shell shell() {
        return shell;
    }

    private <C extends Control> C part(Class<C> type, String id) {
        screen.until(() -> screen.find(shell, type, id).isPresent(), id + " can be seen");
        return screen.find(shell, type, id).orElseThrow();
    }

    /** Types into a field. */
    SettingsPage type(String id, String text) {
        hand.type(part(Text.class, id), text);
        return this;
    }

    /** Puts a box into that state by a click where that is needed. */
    SettingsPage tick(String id, boolean on) {
        Button box = part(Button.class, id);
        if (screen.ask(box::getSelection) != on) {
            hand.click(box);
            screen.until(() -> box.getSelection() == on, id + " is " + on);
        }
        return this;
    }

    boolean ticked(String id) {
        return screen.ask(part(Button.class, id)::getSelection);
    }

    /** The types of account that are offered. */
    List<String> types() {
        Combo list = part(Combo.class, WidgetIds.SETTINGS_TRANSPORT);
        return screen.ask(() -> List.of(list.getItems()));
    }

    /** Chooses a type by the keyboard. */
    SettingsPage choose(String type) {
        Combo list = part(Combo.class, WidgetIds.SETTINGS_TRANSPORT);
        screen.run(list::setFocus);
        int from = screen.ask(list::getSelectionIndex);
        int to = screen.ask(() -> list.indexOf(type));
        hand.choose(list, from, to);
        return this;
    }

    String text(String id) {
        return screen.ask(part(Text.class, id)::getText);
    }

    /** What stands in the port's field while it is empty. */
    String portHint() {
        return screen.ask(part(Text.class, WidgetIds.SETTINGS_PORT)::getMessage);
    }

    /** Whether it is said that mail will travel unprotected. */
    boolean warns() {
        return screen.find(shell, Control.class, WidgetIds.SETTINGS_WARNING).isPresent();
    }

    /** Presses a button by what is written on it. */
    SettingsPage press(String text) {
        Button button = Buttons.in(screen, shell, text);
        hand.click(button);
        return this;
    }

    /** Whether a button can be pressed, by what is written on it. */
    boolean canPress(String text) {
        Button button = Buttons.in(screen, shell, text);
        return screen.ask(button::isEnabled);
    }

    /** Presses Test, and gives back what came of it. */
    String test() {
        hand.click(part(Button.class, WidgetIds.SETTINGS_TEST));
        Control result = part(Control.class, WidgetIds.SETTINGS_TEST_RESULT);
        screen.until(() -> !Texts.of(result).isEmpty(), "the test has a result");
        return screen.ask(() -> Texts.of(result));
    }

    void awaitClosed() {
        screen.until(shell::isDisposed, "the window is closed");
    }
}
