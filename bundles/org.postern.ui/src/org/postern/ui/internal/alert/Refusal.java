package org.postern.ui.internal.alert;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

/** Tells that a server would not do what the user did, so that it was taken back. */
final class Refusal {

    private Refusal() {}

    static void show(Services services, Shell shell, AccountId id, Failure failure) {
        services.accounts()
                .find(id)
                .ifPresent(
                        account -> {
                            var why = services.diagnostician().diagnose(account, failure);
                            MessageDialog.openWarning(
                                    shell,
                                    account.name(),
                                    Messages.bind(
                                            Messages.Alert_backedOut, why.meaning(), why.seen()));
                        });
    }
}
