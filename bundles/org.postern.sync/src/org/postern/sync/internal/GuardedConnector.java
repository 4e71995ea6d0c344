package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Connector;

/**
 * The connector that a transport is handed: it refuses what is less protected than the account's
 * plan, so that neither a transport can break the promise by asking for less nor a connector by
 * making less.
 */
final class GuardedConnector implements Connector {

    private final Connector connector;
    private final AccountId account;
    private final Security least;

    GuardedConnector(Connector connector, AccountId account, Security least) {
        this.connector = connector;
        this.account = account;
        this.least = least;
    }

    @Override
    public Connection connect(ConnectRequest request, IProgressMonitor monitor)
            throws MailException {
        boolean weaker = least.isProtected() && request.security() != least;
        if (weaker && request.security() != Security.TLS) {
            throw new MailException(
                    new Failure.BadSettings(Messages.format("session.lessProtected")));
        }
        if (!request.account().equals(account)) {
            throw new MailException(
                    new Failure.BadSettings(Messages.format("session.otherAccount")));
        }
        return kept(connector.connect(request, monitor));
    }

    /** What the connection really is counts, not what was asked for. */
    private Connection kept(Connection connection) throws MailException {
        if (least.isProtected() && !connection.posture().security().isProtected()) {
            connection.close();
            throw new MailException(
                    new Failure.BadSettings(Messages.format("session.notProtected")));
        }
        return connection;
    }
}
