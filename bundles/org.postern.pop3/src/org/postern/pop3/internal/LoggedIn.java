package org.postern.pop3.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Connector;
import org.postern.net.Dialects;
import org.postern.transport.OpenRequest;

import java.io.IOException;
import java.time.Duration;

/**
 * A connection that is logged in. The list of messages is fixed for its life, so it is read once.
 */
final class LoggedIn {

    private static final System.Logger LOG = System.getLogger(LoggedIn.class.getName());

    private final Connection connection;
    private final PopWire wire;
    private final Abilities abilities;
    private Maildrop maildrop;

    private LoggedIn(Connection connection, PopWire wire, Abilities abilities) {
        this.connection = connection;
        this.wire = wire;
        this.abilities = abilities;
    }

    static LoggedIn connect(
            OpenRequest request, Connector connector, PopLimits limits, IProgressMonitor monitor)
            throws MailException {
        Connection connection =
                connector.connect(
                        new ConnectRequest(
                                request.account(),
                                request.requireEndpoint(),
                                request.security(),
                                Dialects.POP3,
                                request.timeouts()),
                        monitor);
        try (var guard = connection.guard(monitor)) {
            return login(request, connection, limits);
        } catch (WireException e) {
            connection.close();
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            throw new MailException(e.failure(), e);
        } catch (MailException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static LoggedIn login(OpenRequest request, Connection connection, PopLimits limits)
            throws WireException, MailException {
        PopWire wire = new PopWire(connection, request.timeouts().read(), limits);
        Abilities before = Abilities.ask(wire);
        connection.offered(before.lines());
        connection.loggedIn(new PopLogin(wire, before, request).login(connection));
        Abilities abilities = Abilities.ask(wire);
        wire.enter(Step.MAIL);
        return new LoggedIn(connection, wire, abilities);
    }

    Connection connection() {
        return connection;
    }

    PopWire wire() {
        return wire;
    }

    Abilities abilities() {
        return abilities;
    }

    Maildrop maildrop() throws WireException {
        if (maildrop == null) {
            maildrop = Maildrop.read(wire, abilities);
        }
        return maildrop;
    }

    /**
     * QUIT, so that the maildrop's lock is given back; its answer is waited for a second at most,
     * and only for its beginning: a server that dribbles the rest would keep the caller longer.
     */
    void leave() {
        try {
            connection.readTimeout(Duration.ofSeconds(1));
            wire.write("QUIT");
            wire.flush();
            connection.in().read();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the server did not answer QUIT", e);
        } finally {
            connection.close();
        }
    }
}
