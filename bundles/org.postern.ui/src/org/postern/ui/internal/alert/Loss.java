package org.postern.ui.internal.alert;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.postern.ui.internal.Messages;

import java.util.List;

/** Tells which stored mail is damaged beyond repair; nobody is kept from their work by it. */
final class Loss extends MessageDialog {

    /** So many are named. */
    private static final int NAMED = 8;

    private Loss(Shell shell, String text) {
        super(shell, Messages.Loss_title, null, text, WARNING, 0, IDialogConstants.CLOSE_LABEL);
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE);
        setBlockOnOpen(false);
    }

    static void show(Shell shell, List<String> losses) {
        String named = String.join("\n", losses.subList(0, Math.min(NAMED, losses.size())));
        String more = losses.size() > NAMED ? "\n…" : "";
        // A label takes an ampersand for the mark of a key.
        new Loss(shell, (named + more).replace("&", "&&")).open();
    }
}
