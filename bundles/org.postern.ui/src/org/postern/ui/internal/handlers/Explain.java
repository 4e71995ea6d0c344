package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.account.Account;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.alert.Alerts;
import org.postern.ui.internal.jobs.RefreshAccount;

/** Shows why the account that is selected gets no mail, and what can be done. */
public final class Explain extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.account(event).ifPresent(account -> explain(Services.get(), account));
        return null;
    }

    private static void explain(Services services, Account account) {
        AccountState state = services.engine().state(account.id());
        if (state.reason().isPresent()) {
            Alerts.show(services, account.id());
        } else if (state instanceof AccountState.OfflineByUser) {
            services.engine().goOnline(account.id());
            RefreshAccount.schedule(services, account);
        }
    }
}
