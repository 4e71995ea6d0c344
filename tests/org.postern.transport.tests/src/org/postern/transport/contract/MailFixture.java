package org.postern.transport.contract;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.MailSession;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mail that a contract may do with as it likes, and a way to it behind the back of every session: a
 * folder, or a raw client on a test server. Each test gets one of its own with empty mailboxes, and
 * closes it. Used by one thread at a time.
 */
public interface MailFixture extends AutoCloseable {

    /**
     * Opens a session as the transport does, with the right credentials.
     *
     * @param monitor for the transport
     * @return a new session each time; the contract closes it
     */
    MailSession open(IProgressMonitor monitor) throws MailException;

    /**
     * The {@linkplain org.postern.transport.RemoteMailbox#id() id} of a mailbox that is there and
     * was empty at first.
     */
    String mailbox();

    /** Another such mailbox. Empty, the default, where there can be only one. */
    default Optional<String> otherMailbox() {
        return Optional.empty();
    }

    /**
     * Puts a message into a mailbox. It is there for every session that is opened when this has
     * returned.
     *
     * @param mailbox one of the two
     * @param message its bytes: all lines, the last one too, end with CRLF
     * @param flags to set; none in a contract about sessions without flags
     */
    void put(String mailbox, byte[] message, Set<Flag> flags) throws IOException;

    /** What is in a mailbox now, in any order. */
    List<StoredMail> look(String mailbox) throws IOException;

    /**
     * Removes a message for good.
     *
     * @param mailbox one of the two
     * @param handle a {@link StoredMail#handle()} of that mailbox
     */
    void remove(String mailbox, String handle) throws IOException;

    /**
     * Texts that must never be part of an exception, a token or any {@code toString}: the password
     * of the sessions. Empty, the default, where nobody logs in.
     */
    default List<String> secrets() {
        return List.of();
    }

    /** Gives back what it holds; the sessions are closed by then. */
    @Override
    void close() throws IOException;
}
