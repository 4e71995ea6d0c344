package org.postern.transport;

import org.postern.core.Flag;
import org.postern.core.MailException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Hears what changed in a mailbox, on the thread that asked. An exception ends the streaming and
 * comes out of the call.
 */
public interface ChangeSink {

    /**
     * Nothing that was known of this mailbox holds any more (a new UIDVALIDITY): everything follows
     * anew.
     */
    void forgotten() throws MailException;

    /**
     * Ids hold, but the server cannot tell what changed, as when it lost its own notes (a
     * HIGHESTMODSEQ that went back, RFC 7162 §3.1.2.2): every message that is there follows as if
     * it were added, and what does not follow is gone. Whoever does not care takes it as {@link
     * #forgotten()}.
     */
    default void retold() throws MailException {
        forgotten();
    }

    /** A message that was not there at the time of the token. */
    void added(RemoteMessage message) throws MailException;

    /**
     * Whether the message is here already, although no token says so: after a break. It counts as
     * told, then, and need not be {@linkplain #added told} again. Asked where telling means
     * fetching.
     */
    default boolean has(RemoteId id) throws MailException {
        return false;
    }

    /**
     * Up to how many bytes a new message may have for being told with all its bytes, where the
     * protocol hands out messages whole; 0 for none.
     */
    default long wholeUpTo() {
        return 0;
    }

    /**
     * The same as {@link #added(RemoteMessage)} with the message's bytes; it may have been told
     * without them before.
     *
     * @param bytes valid during the call, need not be read to the end
     * @throws IOException as reading threw it, or because the bytes could not be stored
     */
    default void added(RemoteMessage message, InputStream bytes) throws IOException, MailException {
        added(message);
    }

    /** The flags that a message has now; it may have had the same before. */
    void flags(RemoteId id, Set<Flag> flags) throws MailException;

    /** A message that is gone. It may be one that was never told of. */
    void vanished(RemoteId id) throws MailException;
}
