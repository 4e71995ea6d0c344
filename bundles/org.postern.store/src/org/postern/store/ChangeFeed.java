package org.postern.store;

import org.postern.core.MailException;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to messages, for those who keep something beside the store in step with it, such as
 * an index. Each commit gets a number that rises; who follows keeps the number that he has worked
 * up to, and asks for what came after it, also after a kill. Thread-safe.
 */
public interface ChangeFeed {

    /**
     * A moment in the life of a store.
     *
     * @param store which store; another one, or one made anew, has another number
     * @param number of its last commit that changed messages
     */
    record Point(long store, long number) {}

    /**
     * What was done to messages. Each is to be looked up as it is now, since more may have happened
     * to it.
     *
     * @param upTo the moment after these changes
     * @param messages that came, went, or have another body, each once
     * @param flags messages that have other flags, and nothing else, each once
     * @param gone mailboxes that went with all that was in them
     * @param more whether more changes follow already
     */
    record Changes(
            Point upTo,
            List<MessageId> messages,
            List<MessageId> flags,
            List<MailboxId> gone,
            boolean more) {
        public Changes {
            Objects.requireNonNull(upTo, "upTo");
            messages = List.copyOf(messages);
            flags = List.copyOf(flags);
            gone = List.copyOf(gone);
        }

        /** Whether nothing was done. */
        public boolean isEmpty() {
            return messages.isEmpty() && flags.isEmpty() && gone.isEmpty();
        }
    }

    /** The moment of the last commit. */
    Point now() throws MailException;

    /**
     * What was done after a moment.
     *
     * @param most after how many messages to stop; those of one commit stay together
     * @return empty when that is not known (any more): then everything has to be looked at anew
     */
    Optional<Changes> since(Point point, int most) throws MailException;

    /** The numbers of messages that the user sees, rising, from the one after {@code after} on. */
    List<MessageId> messages(MessageId after, int most) throws MailException;

    /** The same, of those whose bodies are not here. */
    List<MessageId> bodiless(MessageId after, int most) throws MailException;

    /** The header block of a message whose body is not here. */
    Optional<byte[]> headers(MessageId message) throws MailException;

    /** Says that nobody will ask for what was done up to there, so that it takes no room. */
    void done(Point point) throws MailException;
}
