package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Whoever cannot see the icons hears or reads words. */
@ExtendWith(InWindow.class)
class NamesTest {

    @Test
    void everyButtonOfTheWindowHasWords() {
        assertEquals(List.of(), wordless(InWindow.program().screen().awaitShell("Postern")));
    }

    @Test
    void everyButtonOfTheWizardHasWords() {
        Screen screen = InWindow.program().screen();
        screen.toFront("Postern");
        new Hand(screen).pressKey("ctrl+shift+n");
        SettingsPage wizard = SettingsPage.wizard(screen);
        assertEquals(List.of(), wordless(wizard.shell()));
        wizard.press("Cancel").awaitClosed();
    }

    /** Buttons that have neither text nor tip. */
    private static List<String> wordless(Shell shell) {
        Screen screen = InWindow.program().screen();
        List<String> all =
                screen.ask(() -> Screen.controls(shell).flatMap(NamesTest::words).toList());
        assertFalse(all.isEmpty(), "there are no buttons at all");
        return all.stream().filter(String::isBlank).toList();
    }

    private static Stream<String> words(Control control) {
        return switch (control) {
            case Button button -> Stream.of(button.getText() + tip(button.getToolTipText()));
            case ToolBar bar ->
                    Arrays.stream(bar.getItems())
                            .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                            .map(NamesTest::words);
            default -> Stream.empty();
        };
    }

    private static String words(ToolItem item) {
        return item.getText() + tip(item.getToolTipText());
    }

    private static String tip(String text) {
        return text == null ? "" : text;
    }
}
