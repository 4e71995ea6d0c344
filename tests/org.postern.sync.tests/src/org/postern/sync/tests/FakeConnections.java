package org.postern.sync.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.net.ConnectRequest;
import org.postern.net.Connector;
import org.postern.net.Dialect;
import org.postern.transport.OpenRequest;

import java.util.Optional;

/** Asks for connections as a transport would that does not keep its promise. */
final class FakeConnections {

    private static final Dialect POST =
            new Dialect(
                    "post",
                    "POST",
                    Speaks.SOMETHING_ELSE,
                    line -> true,
                    line -> false,
                    line -> false,
                    Optional.empty());

    private FakeConnections() {}

    static void inClear(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        connector.connect(
                new ConnectRequest(
                        request.account(),
                        request.requireEndpoint(),
                        Security.NONE,
                        POST,
                        request.timeouts()),
                monitor);
    }
}
