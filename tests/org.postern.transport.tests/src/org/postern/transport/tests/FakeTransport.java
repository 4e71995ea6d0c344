package org.postern.transport.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.net.Connector;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.Transport;

/** A transport that can be loaded and has no mail. */
public final class FakeTransport implements Transport {

    @Override
    public MailSession open(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        throw new MailException(new Failure.BadSettings("no mail here"));
    }
}
