package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.Services;
import org.postern.ui.internal.jobs.RefreshAccount;

/** Receives the mail of all accounts that are not offline. */
public final class Refresh extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Services services = Services.get();
        services.accounts().all().forEach(account -> RefreshAccount.schedule(services, account));
        return null;
    }
}
