package org.postern.ui.tests.window;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;

/** What somebody copied. */
final class Clipboards {

    private Clipboards() {}

    static String text(Display display) {
        Clipboard clipboard = new Clipboard(display);
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }
}
