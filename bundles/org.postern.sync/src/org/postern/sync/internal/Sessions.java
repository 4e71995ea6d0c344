package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.Connector;
import org.postern.security.ClientCertificates;
import org.postern.sync.AccountConnections;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;
import org.postern.sync.TrialSecrets;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.util.function.BiConsumer;

/** Opens sessions as a plan says. */
public final class Sessions {

    private final EngineParts parts;
    private final EnginePace pace;
    private final AccountConnections connections;

    public Sessions(EngineParts parts, EnginePace pace, BiConsumer<AccountId, String> words) {
        this.parts = parts;
        this.pace = pace;
        this.connections =
                new AccountConnections(
                        parts.connector(),
                        parts.credentials(),
                        new ClientCertificates(pace.clock()),
                        words);
    }

    public ConnectionPlan plan(Account account) throws MailException {
        return ConnectionPlan.of(account, parts.transports(), parts.ports());
    }

    /** Opens a session with the stored secrets. */
    MailSession open(Account account, ConnectionPlan plan, IProgressMonitor monitor)
            throws MailException {
        return open(account, plan, TrialSecrets.STORED, monitor);
    }

    private OpenRequest.Credentials credentials(Account account, TrialSecrets secrets) {
        if (account.incoming().authentication() == Authentication.CERTIFICATE) {
            return () -> Secret.of(new char[0]);
        }
        return secrets.login().isPresent() ? () -> secrets.login().get().copy() : stored(account);
    }

    private OpenRequest.Credentials stored(Account account) {
        return () ->
                parts.credentials()
                        .read(account.id())
                        .orElseThrow(
                                () -> new MailException(new Failure.PasswordMissing(account.id())));
    }

    /**
     * @param secrets used instead of the stored ones
     * @return the caller closes it
     */
    public MailSession open(
            Account account, ConnectionPlan plan, TrialSecrets secrets, IProgressMonitor monitor)
            throws MailException {
        OpenRequest request = plan.request(account, credentials(account, secrets), pace.timeouts());
        Connector connector =
                connections.connector(account, plan.security(), secrets.certificate());
        return parts.transports().load(plan.transport().id()).open(request, connector, monitor);
    }
}
