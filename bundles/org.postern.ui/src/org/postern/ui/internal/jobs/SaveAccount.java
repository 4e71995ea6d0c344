package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore.Purpose;
import org.postern.sync.AccountState;
import org.postern.sync.TrialSecrets;
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
    private final TrialSecrets secrets;

    private SaveAccount(Services services, Account account, TrialSecrets secrets) {
        super(Messages.bind(Messages.Job_save, account.name()));
        this.services = services;
        this.account = account;
        this.secrets = secrets;
    }

    /**
     * Starts it.
     *
     * @param password closed when it was stored; empty leaves the one that there is
     */
    public static void schedule(Services services, Account account, Optional<Secret> password) {
        schedule(services, account, new TrialSecrets(password, Optional.empty()));
    }

    /**
     * The same with all that was typed.
     *
     * @param secrets closed when they were stored; those that are empty leave what there is
     */
    public static void schedule(Services services, Account account, TrialSecrets secrets) {
        new SaveAccount(services, account, secrets).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        boolean login = store(secrets.login(), Purpose.LOGIN);
        boolean certificate = store(secrets.certificate(), Purpose.CERTIFICATE);
        if (login || certificate) {
            services.engine().passwordChanged(account.id());
        }
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

    private boolean store(Optional<Secret> typed, Purpose purpose) throws MailException {
        if (typed.isEmpty()) {
            return false;
        }
        try (Secret secret = typed.get()) {
            services.credentials().write(account.id(), purpose, secret);
            return true;
        }
    }
}
