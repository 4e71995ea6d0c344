package org.postern.transport.contract;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

/** Mail that somebody must log in for. */
public interface LoginFixture extends MailFixture {

    /**
     * Opens a session for the right user, with these credentials in the place of the right ones.
     */
    MailSession open(OpenRequest.Credentials credentials, IProgressMonitor monitor)
            throws MailException;
}
