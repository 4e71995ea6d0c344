package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A session that can put a message into a mailbox. */
public interface CanAppend {

    /**
     * @param size how many bytes {@code message} has
     * @param message line ends CRLF; read to its end, closed by the caller
     * @return the new message's id where the server tells it (APPENDUID, RFC 4315)
     */
    Optional<RemoteId> append(
            String mailbox,
            Set<Flag> flags,
            Instant received,
            long size,
            InputStream message,
            IProgressMonitor monitor)
            throws MailException;
}
