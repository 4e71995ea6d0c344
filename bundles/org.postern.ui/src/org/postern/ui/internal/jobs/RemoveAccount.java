package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

/** Removes an account with its local mail and its password. Nothing changes on the server. */
public final class RemoveAccount extends MailJob {

    private final Services services;
    private final Account account;

    private RemoveAccount(Services services, Account account) {
        super(Messages.bind(Messages.Job_remove, account.name()));
        this.services = services;
        this.account = account;
    }

    /** Starts it. */
    public static void schedule(Services services, Account account) {
        new RemoveAccount(services, account).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        services.engine().goOffline(account.id());
        services.accounts().remove(account.id());
        services.credentials().forget(account.id());
        services.store().forget(account.id());
    }
}
