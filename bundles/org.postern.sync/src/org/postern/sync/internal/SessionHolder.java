package org.postern.sync.internal;

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
        MailSession open() throws MailException;
    }

    private final Opener opener;
    private Optional<MailSession> current;

    SessionHolder(Opener opener) throws MailException {
        this.opener = opener;
        this.current = Optional.of(opener.open());
    }

    MailSession session() throws MailException {
        if (current.isEmpty()) {
            current = Optional.of(opener.open());
        }
        return current.get();
    }

    /** Messages were deleted in the session. */
    void deleted() {
        boolean spent = current.isPresent() && current.get().capability(CanFlag.class).isEmpty();
        if (spent) {
            close();
        }
    }

    @Override
    public void close() {
        current.ifPresent(MailSession::close);
        current = Optional.empty();
    }
}
