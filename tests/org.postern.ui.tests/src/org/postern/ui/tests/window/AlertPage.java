package org.postern.ui.tests.window;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.postern.ui.WidgetIds;

import java.util.Optional;

/** The alert of one account. */
final class AlertPage {

    private final Screen screen;
    private final String title;

    private AlertPage(Screen screen, String title) {
        this.screen = screen;
        this.title = title;
    }

    /** Waits for the alert of the account. */
    static AlertPage of(Screen screen, String account) {
        AlertPage page = new AlertPage(screen, account + " – ");
        page.part(Control.class, WidgetIds.ALERT_MEANING);
        return page;
    }

    /** What was tried. */
    String tried() {
        return text(WidgetIds.ALERT_TRIED);
    }

    /** What came back. */
    String seen() {
        return text(WidgetIds.ALERT_SEEN);
    }

    /** What it most likely means. */
    String meaning() {
        return text(WidgetIds.ALERT_MEANING);
    }

    private String text(String id) {
        Control part = part(Control.class, id);
        return screen.ask(() -> Texts.of(part));
    }

    /** A button by its name. */
    Button button(String id) {
        return part(Button.class, id);
    }

    private <C extends Control> C part(Class<C> type, String id) {
        screen.until(() -> find(type, id).isPresent(), "an alert '" + title + "' with " + id);
        return find(type, id).orElseThrow();
    }

    private <C extends Control> Optional<C> find(Class<C> type, String id) {
        return screen.shell(title).flatMap(s -> screen.find(s, type, id));
    }

    /** The button whose text starts so. */
    Button mend(String text) {
        return Buttons.in(screen, shell(), text);
    }

    private Shell shell() {
        return screen.awaitShell(title);
    }

    /** Where it stands on the screen. */
    Point place() {
        Shell shell = shell();
        return screen.ask(shell::getLocation);
    }

    /** Brings it to the front. */
    AlertPage raise() {
        Shell shell = shell();
        screen.run(shell::forceActive);
        screen.until(() -> screen.display().getActiveShell() == shell, title + " is in front");
        return this;
    }

    /** Closes it as its cross does. */
    void close() {
        screen.run(shell()::close);
        awaitClosed();
    }

    void awaitClosed() {
        screen.until(() -> screen.shell(title).isEmpty(), "the alert is gone");
    }
}
