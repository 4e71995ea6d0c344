package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.security.cert.X509Certificate;

/** Remembers that the user trusts a certificate that no authority vouches for. */
public final class PinCertificate extends MailJob {

    private final Services services;
    private final Account account;
    private final Endpoint server;
    private final X509Certificate leaf;
    private final Runnable pinned;

    private PinCertificate(
            Services services,
            Account account,
            Endpoint server,
            X509Certificate leaf,
            Runnable pinned) {
        super(Messages.bind(Messages.Job_pin, server));
        this.services = services;
        this.account = account;
        this.server = server;
        this.leaf = leaf;
        this.pinned = pinned;
    }

    /**
     * Starts it.
     *
     * @param pinned called on any thread when it is durable
     */
    public static void schedule(
            Services services,
            Account account,
            Endpoint server,
            X509Certificate leaf,
            Runnable pinned) {
        new PinCertificate(services, account, server, leaf, pinned).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        services.pins().pin(account.id(), server, leaf);
        pinned.run();
    }
}
