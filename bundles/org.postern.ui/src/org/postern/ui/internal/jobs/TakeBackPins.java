package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.List;

/** Takes back that the user trusts certificates; the account connects anew and is judged anew. */
public final class TakeBackPins extends MailJob {

    private final Services services;
    private final AccountId account;
    private final List<Endpoint> servers;
    private final Runnable done;

    private TakeBackPins(
            Services services, AccountId account, List<Endpoint> servers, Runnable done) {
        super(Messages.Job_unpin);
        this.services = services;
        this.account = account;
        this.servers = List.copyOf(servers);
        this.done = done;
    }

    /**
     * Starts it.
     *
     * @param done called on any thread when they are gone
     */
    public static void schedule(
            Services services, AccountId account, List<Endpoint> servers, Runnable done) {
        new TakeBackPins(services, account, servers, done).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        for (Endpoint server : servers) {
            services.pins().unpin(account, server);
        }
        if (!(services.engine().state(account) instanceof AccountState.OfflineByUser)) {
            services.engine().goOffline(account);
            services.engine().goOnline(account);
        }
        done.run();
    }
}
