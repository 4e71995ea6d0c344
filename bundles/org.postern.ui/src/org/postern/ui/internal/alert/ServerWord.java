package org.postern.ui.internal.alert;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

/**
 * What a server wants its user to know (an alert of RFC 9051 §7.1), as plain text and marked as the
 * server's words. It gets attention without keeping anybody from their work.
 */
final class ServerWord extends MessageDialog {

    private ServerWord(Shell shell, Account account, String text) {
        super(
                shell,
                account.name(),
                null,
                Messages.bind(Messages.ServerWord_said, account.name(), unmarked(text)),
                INFORMATION,
                0,
                IDialogConstants.CLOSE_LABEL);
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE);
        setBlockOnOpen(false);
    }

    /** A label takes an ampersand for the mark of a key. */
    private static String unmarked(String text) {
        return text.replace("&", "&&");
    }

    static void show(Services services, Shell shell, AccountId id, String text) {
        services.accounts()
                .find(id)
                .ifPresent(account -> new ServerWord(shell, account, text).open());
    }
}
