package org.postern.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A session that can say what a mailbox holds without telling all of it, with work that does not
 * grow with the mailbox.
 */
public interface CanPeek {

    /**
     * Counts, and reads the newest headers. Changes nothing: no message is marked as seen.
     *
     * @param mailbox a {@link RemoteMailbox#id()}
     * @param most how many headers to read at most; not negative
     */
    Glimpse peek(String mailbox, int most, IProgressMonitor monitor) throws MailException;

    /**
     * What was seen.
     *
     * @param messages how many there are
     * @param unseen how many of them nobody has read; empty where the protocol does not tell
     * @param newest header blocks as {@link RemoteMessage#headers()}, the newest first; a message
     *     whose header the server would not give is left out
     */
    record Glimpse(long messages, OptionalLong unseen, List<byte[]> newest) {

        public Glimpse {
            if (messages < 0) {
                throw new IllegalArgumentException("a negative number of messages: " + messages);
            }
            Objects.requireNonNull(unseen, "unseen");
            newest = List.copyOf(newest);
        }
    }
}
