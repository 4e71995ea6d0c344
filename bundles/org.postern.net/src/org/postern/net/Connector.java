package org.postern.net;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

/**
 * The one place where a connection is made. It asks the connection policies, resolves, connects,
 * does TLS or STARTTLS, checks the certificate and the greeting, and hands over a stream that keeps
 * what the request promised. A transport never opens a socket of its own. (OSGi cannot keep hostile
 * code from doing so; this is a contract, not a sandbox.)
 *
 * <p>Thread-safe; every call makes a connection of its own.
 */
@FunctionalInterface
public interface Connector {

    /**
     * Connects, or fails without having sent anything that the request's security forbids. There is
     * no fallback.
     *
     * @param request where to and how
     * @param monitor cancelling closes the socket at once
     * @return an open connection; the caller closes it
     * @throws MailException with one of the connection failures of {@link org.postern.core.Failure}
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled
     */
    Connection connect(ConnectRequest request, IProgressMonitor monitor) throws MailException;
}
