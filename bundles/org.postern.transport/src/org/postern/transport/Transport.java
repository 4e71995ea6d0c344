package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.net.Connector;

/**
 * A way for mail to come in, contributed through the extension point {@code
 * org.postern.transport.transports}. All that can be said of it without running it is data in the
 * extension ({@link TransportDescriptor}); behaviour is this one method. One instance serves all
 * accounts and threads.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Opens a session that is logged in and ready. Blocks.
     *
     * @param request where, how and as whom
     * @param connector makes the connections; a transport opens no socket itself
     * @param monitor cancelling closes the connection
     * @return the caller closes it
     * @throws MailException with the failure; nothing is left open
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled
     */
    MailSession open(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException;
}
