package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.account.Account;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.RemoveAccount;

/** Removes the account that is selected, after asking. */
public final class RemoveAccountHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.account(event)
                .filter(account -> confirmed(HandlerUtil.getActiveShell(event), account))
                .ifPresent(account -> RemoveAccount.schedule(Services.get(), account));
        return null;
    }

    private static boolean confirmed(Shell shell, Account account) {
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        shell,
                        Messages.bind(Messages.Remove_title, account.name()),
                        Messages.bind(Messages.Remove_text, account.name()),
                        SWT.SHEET,
                        Messages.Remove_no,
                        Messages.Remove_yes)
                == 1;
    }
}
