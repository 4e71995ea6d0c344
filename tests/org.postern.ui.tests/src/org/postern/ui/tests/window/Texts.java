package org.postern.ui.tests.window;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/** What is written on a control, whatever kind it is of. */
final class Texts {

    private Texts() {}

    static String of(Screen screen, Control control) {
        return screen.ask(() -> of(control));
    }

    static String of(Control control) {
        return switch (control) {
            case Text text -> text.getText();
            case StyledText text -> text.getText();
            case Label label -> label.getText();
            case Link link -> link.getText();
            case Button button -> button.getText().replace("&", "");
            default -> "";
        };
    }
}
