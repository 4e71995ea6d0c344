package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

/** Forgets certificates of an account that was never made. */
public final class ForgetPins extends MailJob {

    private final Services services;
    private final AccountId account;

    private ForgetPins(Services services, AccountId account) {
        super(Messages.Job_unpin);
        this.services = services;
        this.account = account;
        setSystem(true);
    }

    /** Starts it. */
    public static void schedule(Services services, AccountId account) {
        new ForgetPins(services, account).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        services.pins().forget(account);
    }
}
