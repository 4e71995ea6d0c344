package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.transport.CanFlag;
import org.postern.transport.MailSession;

import java.util.Optional;

/**
 * The session that some work uses. Deleting may end a session, where the protocol deletes only at
 * its end; then the next one is opened when it is needed.
 */
final class SessionHolder implements AutoCloseable {

    /** Opens another session like the first. */
    @FunctionalInterface
    interface Opener {
        MailSession open(IProgressMonitor monitor) throws MailException;
    }

    private final Opener opener;
    private final IProgressMonitor monitor;
    private Optional<MailSession> current;

    /**
     * @param open that is used first; empty opens one
     */
    SessionHolder(Opener opener, IProgressMonitor monitor, Optional<MailSession> open)
            throws MailException {
        this.opener = opener;
        this.monitor = monitor;
        this.current = open.isPresent() ? open : Optional.of(opener.open(monitor));
    }

    MailSession session() throws MailException {
        if (current.isEmpty()) {
            current = Optional.of(opener.open(monitor));
        }
        return current.get();
    }

    /** One more session beside it; who asks for it closes it. */
    MailSession another(IProgressMonitor itsMonitor) throws MailException {
        return opener.open(itsMonitor);
    }

    /** Messages were deleted in the session. */
    void deleted() {
        boolean spent = current.isPresent() && current.get().capability(CanFlag.class).isEmpty();
        if (spent) {
            close();
        }
    }

    /** Hands the session over, if it is open; it is not closed here any more. */
    Optional<MailSession> release() {
        Optional<MailSession> released = current;
        current = Optional.empty();
        return released;
    }

    @Override
    public void close() {
        current.ifPresent(MailSession::close);
        current = Optional.empty();
    }
}
