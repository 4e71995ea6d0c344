package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.account.Account;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.internal.jobs.RefreshAccount;

/**
 * Takes all accounts offline, or those online again that are so by the user's wish. An account that
 * is offline because its server cannot do what was asked stays so.
 */
public final class WorkOffline extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        boolean offline = !HandlerUtil.toggleCommandState(event.getCommand());
        Services services = Services.get();
        for (Account account : services.accounts().all()) {
            apply(services, account, offline);
        }
        return null;
    }

    private static void apply(Services services, Account account, boolean offline) {
        AccountState state = services.engine().state(account.id());
        if (offline && !ToggleOnline.offline(state)) {
            services.engine().goOffline(account.id());
        } else if (!offline && state instanceof AccountState.OfflineByUser) {
            services.engine().goOnline(account.id());
            RefreshAccount.schedule(services, account);
        }
    }
}
