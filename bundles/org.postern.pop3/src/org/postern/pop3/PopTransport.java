package org.postern.pop3;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.net.Connector;
import org.postern.pop3.internal.PopSession;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.Transport;

/**
 * POP3 (RFC 1939) in its plain and its TLS variant; which one it is, the request's security says. A
 * session sees the maildrop as it was when it was opened: what arrives later is seen by the next
 * session.
 */
public final class PopTransport implements Transport {

    @Override
    public MailSession open(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        return PopSession.open(request, connector, monitor);
    }
}
