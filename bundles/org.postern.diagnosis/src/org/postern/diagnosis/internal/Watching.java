package org.postern.diagnosis.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.ConnectionObserver;
import org.postern.net.Connector;
import org.postern.net.Posture;

import java.util.Optional;

/** A connector that lets somebody look on, whatever transport uses it. */
final class Watching implements Connector {

    private final Connector connector;
    private final ConnectionObserver observer;
    private volatile Optional<Connection> latest = Optional.empty();

    Watching(Connector connector, ConnectionObserver observer) {
        this.connector = connector;
        this.observer = observer;
    }

    @Override
    public Connection connect(ConnectRequest request, IProgressMonitor monitor)
            throws MailException {
        ConnectionObserver others = request.observer();
        Connection made =
                connector.connect(
                        request.withObserver(
                                seen -> {
                                    others.seen(seen);
                                    observer.seen(seen);
                                }),
                        monitor);
        latest = Optional.of(made);
        return made;
    }

    /** What protected the last connection that was made. */
    Optional<Posture> posture() {
        return latest.map(Connection::posture);
    }
}
