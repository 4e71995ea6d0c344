package org.postern.diagnosis;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.transport.MailSession;

/** Something that is done with the session of an examination before it is closed. */
@FunctionalInterface
public interface SessionWork {

    /** Nothing. */
    SessionWork NOTHING = (session, monitor) -> {};

    /**
     * @param session logged in; closed by the Doctor
     * @throws MailException then the examination has failed
     */
    void use(MailSession session, IProgressMonitor monitor) throws MailException;
}
