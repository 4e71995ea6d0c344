package org.postern.imap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.imap.internal.session.Opening;
import org.postern.imap.internal.wire.Limits;
import org.postern.net.Connector;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.Transport;

/**
 * The transports {@code imap} and {@code imaps} (RFC 9051, and RFC 3501 before it). How the
 * connection is protected is the connector's part; the two differ in their declarations alone.
 */
public final class ImapTransport implements Transport {

    @Override
    public MailSession open(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        return Opening.session(request, connector, Limits.DEFAULT, monitor);
    }
}
