package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.Optional;

/**
 * Stores an account and, when one was typed, its password; then receives its mail. The engine hears
 * of the change from the accounts.
 */
public final class SaveAccount extends MailJob {

    private final Services services;
    private final Account account;
    private final Optional<Secret> password;

    private SaveAccount(Services services, Account account, Optional<Secret> password) {
        super(Messages.bind(Messages.Job_save, account.name()));
        this.services = services;
        this.account = account;
        this.password = password;
    }

    /**
     * Starts it.
     *
     * @param password closed when it was stored; empty leaves the one that there is
     */
    public static void schedule(Services services, Account account, Optional<Secret> password) {
        new SaveAccount(services, account, password).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        storePassword();
        services.accounts().save(account);
        if (!offlineByUser()) {
            services.engine().goOnline(account.id());
            RefreshAccount.schedule(services, account);
        }
    }

    /** Whoever took an account offline does not want it online because it has another name. */
    private boolean offlineByUser() {
        return services.engine().state(account.id()) instanceof AccountState.OfflineByUser;
    }

    private void storePassword() throws MailException {
        if (password.isEmpty()) {
            return;
        }
        try (Secret secret = password.get()) {
            services.credentials().write(account.id(), secret);
            services.engine().passwordChanged(account.id());
        }
    }
}
