package org.postern.ui.internal.alert;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.diagnosis.Mend;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.SaveAccount;

import java.util.Optional;

/** Applies a mend that the user chose; asks once more when less would be protected. */
public final class Mending {

    private Mending() {}

    /**
     * Whether the user really wants it.
     *
     * @return true without asking when nothing is less protected
     */
    public static boolean confirmed(Shell shell, Account account, Mend mend) {
        return !mend.lessProtected()
                || MessageDialog.open(
                                MessageDialog.WARNING,
                                shell,
                                Messages.Alert_lessTitle,
                                Messages.bind(Messages.Alert_lessText, account.name()),
                                SWT.SHEET,
                                Messages.Alert_lessNo,
                                Messages.Alert_lessYes)
                        == 1;
    }

    /** Stores the changed settings and tries them. */
    public static void apply(Services services, Account account, Mend mend) {
        SaveAccount.schedule(services, account.with(mend.settings()), Optional.empty());
    }
}
