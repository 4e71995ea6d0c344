package org.postern.ui.tests.window;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postern.ui.WidgetIds;

/** How one logs in, below the fields of an account. */
final class AdvancedPage {

    static final int BY_CERTIFICATE = 2;
    static final int IN_A_FILE = 1;
    static final int ON_A_TOKEN = 2;

    private final Screen screen;
    private final Hand hand;
    private final Shell shell;

    private AdvancedPage(Screen screen, Shell shell) {
        this.screen = screen;
        this.shell = shell;
        hand = new Hand(screen);
    }

    /** Opens it from the fields that can be seen. */
    static AdvancedPage open(Screen screen) {
        new Hand(screen).click(screen.await(Button.class, WidgetIds.SETTINGS_ADVANCED));
        return new AdvancedPage(screen, screen.awaitShell("Advanced settings"));
    }

    /** Chooses what one logs in with. */
    AdvancedPage way(int place) {
        return choose(WidgetIds.ADVANCED_WAY, place);
    }

    /** Chooses where the certificate is, and types what opens it. */
    AdvancedPage certificate(int kind, String place, String secret) {
        return place(kind, place).secret(secret);
    }

    /** Chooses where the certificate is. */
    AdvancedPage place(int kind, String place) {
        choose(WidgetIds.ADVANCED_KIND, kind);
        hand.type(screen.await(Text.class, WidgetIds.ADVANCED_PLACE), place);
        return leave();
    }

    /** Types what opens it. */
    AdvancedPage secret(String secret) {
        hand.type(screen.await(Text.class, WidgetIds.ADVANCED_SECRET), secret);
        return leave();
    }

    /** Goes through the field of the secret. */
    AdvancedPage visitSecret() {
        screen.run(screen.await(Text.class, WidgetIds.ADVANCED_SECRET)::setFocus);
        return leave();
    }

    private AdvancedPage leave() {
        screen.run(screen.await(Combo.class, WidgetIds.ADVANCED_KIND)::setFocus);
        return this;
    }

    private AdvancedPage choose(String id, int place) {
        Combo list = screen.await(Combo.class, id);
        screen.run(list::setFocus);
        hand.choose(list, screen.ask(list::getSelectionIndex), place);
        return this;
    }

    /** What is said of the certificate, once that is in it. */
    String awaitHolds(String part) {
        Label holds = screen.await(Label.class, WidgetIds.ADVANCED_HOLDS);
        screen.until(() -> holds.getText().contains(part), part + " is said of the certificate");
        return Texts.of(screen, holds);
    }

    boolean canAccept() {
        return screen.ask(Buttons.in(screen, shell, "OK")::isEnabled);
    }

    void accept() {
        end("OK");
    }

    void end(String button) {
        hand.click(Buttons.in(screen, shell, button));
        screen.until(shell::isDisposed, "the dialog is closed");
    }
}
