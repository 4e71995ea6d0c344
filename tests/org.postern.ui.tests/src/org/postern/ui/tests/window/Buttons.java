package org.postern.ui.tests.window;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;

/** Buttons by what is written on them. */
final class Buttons {

    private Buttons() {}

    /** The button in that window whose text starts so; mnemonics do not count. */
    static Button in(Screen screen, Shell shell, String text) {
        return screen.ask(
                () ->
                        Screen.controls(shell)
                                .filter(c -> c instanceof Button && c.isVisible())
                                .map(Button.class::cast)
                                .filter(b -> b.getText().replace("&", "").startsWith(text))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no button " + text)));
    }
}
