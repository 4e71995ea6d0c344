package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;

/**
 * Forgets that servers bound the logins of an account; one that is offline for that goes online.
 */
public final class AllowUnbound extends MailJob {

    private final Services services;
    private final AccountId account;
    private final List<Endpoint> servers;
    private final Runnable done;

    private AllowUnbound(
            Services services, AccountId account, List<Endpoint> servers, Runnable done) {
        super(Messages.Job_unbind);
        this.services = services;
        this.account = account;
        this.servers = List.copyOf(servers);
        this.done = done;
    }

    /**
     * Starts it.
     *
     * @param done called on any thread when it is done
     */
    public static void schedule(
            Services services, AccountId account, List<Endpoint> servers, Runnable done) {
        new AllowUnbound(services, account, servers, done).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        for (Endpoint server : servers) {
            services.pins().unbind(account, server);
        }
        if (services.engine().state(account) instanceof AccountState.OfflineCannot) {
            services.engine().goOnline(account);
        }
        done.run();
    }
}
