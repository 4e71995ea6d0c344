package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

/** Opens sessions as a plan says. */
public final class Sessions {

    private final EngineParts parts;
    private final EnginePace pace;

    public Sessions(EngineParts parts, EnginePace pace) {
        this.parts = parts;
        this.pace = pace;
    }

    public ConnectionPlan plan(Account account) throws MailException {
        return ConnectionPlan.of(account, parts.transports(), parts.ports());
    }

    /** Opens a session with the stored password. */
    MailSession open(Account account, ConnectionPlan plan, IProgressMonitor monitor)
            throws MailException {
        return open(account, plan, stored(account), monitor);
    }

    /** The credentials that the store has. */
    public OpenRequest.Credentials stored(Account account) {
        return () ->
                parts.credentials()
                        .read(account.id())
                        .orElseThrow(
                                () -> new MailException(new Failure.PasswordMissing(account.id())));
    }

    /**
     * @return the caller closes it
     */
    public MailSession open(
            Account account,
            ConnectionPlan plan,
            OpenRequest.Credentials credentials,
            IProgressMonitor monitor)
            throws MailException {
        OpenRequest request = plan.request(account, credentials, pace.timeouts());
        GuardedConnector connector =
                new GuardedConnector(parts.connector(), account.id(), plan.security());
        return parts.transports().load(plan.transport().id()).open(request, connector, monitor);
    }
}
