package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

/** Receives an account's mail now. */
public final class RefreshAccount extends MailJob {

    private final Services services;
    private final Account account;

    private RefreshAccount(Services services, Account account) {
        super(Messages.bind(Messages.Job_refresh, account.name()));
        this.services = services;
        this.account = account;
        setSystem(true);
    }

    /** Starts it; the engine's activities show how far it is. */
    public static void schedule(Services services, Account account) {
        new RefreshAccount(services, account).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        services.engine().refresh(account.id(), monitor);
    }

    @Override
    IStatus failed(MailException problem) {
        return toldByState();
    }
}
