package org.postern.ui.internal.reading;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.postern.core.Text;
import org.postern.ui.internal.Messages;

import java.util.Locale;

/**
 * Links in messages: opened outside of Postern, and only when the user has seen where they lead.
 */
final class Links {

    private static final int OPEN = 0;
    private static final int COPY = 1;

    private Links() {}

    /** Shows where a link leads and offers to open it. */
    static void offer(Shell shell, String target) {
        if (!leadsOut(target)) {
            return;
        }
        shell.getDisplay().asyncExec(() -> ask(shell, target));
    }

    private static boolean leadsOut(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        return lower.startsWith("https:")
                || lower.startsWith("http:")
                || lower.startsWith("mailto:");
    }

    private static void ask(Shell shell, String target) {
        if (shell.isDisposed()) {
            return;
        }
        int answer =
                MessageDialog.open(
                        MessageDialog.QUESTION,
                        shell,
                        Messages.Link_title,
                        Messages.bind(Messages.Link_text, Text.visible(target)),
                        SWT.SHEET,
                        Messages.Link_open,
                        Messages.Link_copy,
                        Messages.Link_leave);
        if (answer == OPEN) {
            Program.launch(target);
        } else if (answer == COPY) {
            copy(shell, target);
        }
    }

    private static void copy(Shell shell, String target) {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        clipboard.setContents(new Object[] {target}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
