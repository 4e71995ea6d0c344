package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.account.Account;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.jobs.RefreshAccount;

/** Takes the account that is selected offline, or online again. */
public final class ToggleOnline extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.account(event).ifPresent(account -> toggle(Services.get(), account));
        return null;
    }

    private static void toggle(Services services, Account account) {
        if (offline(services.engine().state(account.id()))) {
            services.engine().goOnline(account.id());
            RefreshAccount.schedule(services, account);
        } else {
            services.engine().goOffline(account.id());
        }
    }

    static boolean offline(AccountState state) {
        return state instanceof AccountState.OfflineByUser
                || state instanceof AccountState.OfflineCannot;
    }
}
