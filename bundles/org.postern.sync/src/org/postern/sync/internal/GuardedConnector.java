package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Connector;
import org.postern.security.ClientIdentity;

import java.util.Optional;

/**
 * The connector that a transport is handed: it refuses what is less protected than the account's
 * plan, so that neither a transport can break the promise by asking for less nor a connector by
 * making less. It adds the account's client certificate, of which a transport need not know.
 */
public final class GuardedConnector implements Connector {

    private final Connector connector;
    private final AccountId account;
    private final Security least;
    private final Clients clients;

    /** Finds what to show a server that asks for a certificate. */
    @FunctionalInterface
    public interface Clients {
        Optional<ClientIdentity> identity(Endpoint server) throws MailException;
    }

    public GuardedConnector(
            Connector connector, AccountId account, Security least, Clients clients) {
        this.connector = connector;
        this.account = account;
        this.least = least;
        this.clients = clients;
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
        return kept(connector.connect(identified(request), monitor));
    }

    /** Only TLS asks for certificates, so a connection in clear needs none. */
    private ConnectRequest identified(ConnectRequest request) throws MailException {
        return request.security().isProtected()
                ? request.withClient(clients.identity(request.endpoint()))
                : request;
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
