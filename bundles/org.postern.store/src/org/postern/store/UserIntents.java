package org.postern.store;

import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The journal of what the user did and the server does not know yet. Everything is visible at once.
 * A message that was moved, copied or put in is shown in its new place as a provisional one; it
 * keeps its {@link MessageId} when the server tells what it is known by there, or when the new
 * mailbox is found to have it.
 */
public interface UserIntents {

    /** What a provisional message is known by begins with it; no transport makes such ids. */
    String PROVISIONAL = "\u0001";

    /** Whether a message with this id was not told of by its server yet. */
    static boolean isProvisional(String remoteId) {
        return remoteId.startsWith(PROVISIONAL);
    }

    /** What the user did to flags: kept as an intent until {@link #settled}. */
    Intent flag(MailboxId mailbox, Set<MessageId> messages, Set<Flag> add, Set<Flag> remove)
            throws MailException;

    /** The user removed messages for good. */
    Intent delete(MailboxId mailbox, Set<MessageId> messages) throws MailException;

    /** The user moved messages to another mailbox of the same account. */
    Intent move(MailboxId mailbox, Set<MessageId> messages, MailboxId target) throws MailException;

    /** The user copied messages to another mailbox of the same account. */
    Intent copy(MailboxId mailbox, Set<MessageId> messages, MailboxId target) throws MailException;

    /**
     * The user put a message in; its bytes are durable when this returns.
     *
     * @param message what a list shows of it; its remote id is not used
     * @param received when it came, for the server
     * @param bytes the whole message with line ends CRLF, read to the end
     * @throws IOException as {@code bytes} threw it; nothing was stored then
     */
    Intent append(MailboxId mailbox, NewMessage message, Instant received, InputStream bytes)
            throws IOException, MailException;

    /** What the user did and the server does not know yet, oldest first. */
    List<Intent> intents(AccountId account);

    /**
     * The remote ids of those messages of a move or copy that were found in the target already, as
     * after a break between the server's doing and its answer.
     */
    Set<String> made(Intent intent);

    /** The remote ids of those messages of an intent that the server does not have any more. */
    Set<String> gone(Intent intent);

    /** The message whose bytes an {@link Action.Append} is about. */
    Optional<Upload> upload(Intent intent);

    /** The messages that came of these by moving or copying and can be seen, provisional or not. */
    List<MessageRow> successors(Collection<MessageId> messages);

    /**
     * Whether the mailbox has messages that the server made without saying what they are known by,
     * so that they must be looked for.
     */
    boolean awaits(MailboxId mailbox);

    /** These are about to be sent: from here on the server may have done them at any time. */
    void sending(List<Intent> intents) throws MailException;

    /** The server did it. */
    default void settled(Intent intent) throws MailException {
        settled(intent, Map.of());
    }

    /**
     * The server did it.
     *
     * @param made by the remote id of the message that it was made from, the remote id of the new
     *     message, as far as the server told
     */
    void settled(Intent intent, Map<String, String> made) throws MailException;

    /**
     * The server would not: the messages are again as the server has them, and what the user did to
     * messages that are not made now is given up as well.
     */
    void backedOut(Intent intent) throws MailException;

    /**
     * The mailbox of an {@link Action.Append} is not there any more: the message is put into
     * another one.
     */
    void redirected(Intent append, MailboxId other) throws MailException;

    /**
     * A message that was to be copied is gone, but its bytes are here: the copy is put in instead.
     *
     * @param remoteId of the message that was to be copied
     * @return false when they are not here
     */
    boolean uploadInstead(Intent intent, String remoteId) throws MailException;

    /**
     * A message that is to be put in.
     *
     * @param size bytes
     */
    record Upload(MessageId id, long size) {}

    /**
     * Something that the user did and the server is to do.
     *
     * @param number rises with time, over all accounts
     * @param mailbox where
     * @param remoteIds which messages
     * @param action what
     * @param sent whether the server may have done it already
     */
    record Intent(
            long number,
            AccountId account,
            MailboxId mailbox,
            List<String> remoteIds,
            Action action,
            boolean sent) {
        public Intent {
            remoteIds = List.copyOf(remoteIds);
        }

        /** The same about other messages. */
        public Intent with(List<String> others) {
            return new Intent(number, account, mailbox, others, action, sent);
        }

        /** The same messages, but something else with them. */
        public Intent doing(Action other) {
            return new Intent(number, account, mailbox, remoteIds, other, sent);
        }

        /** The same in another mailbox. */
        public Intent in(MailboxId other) {
            return new Intent(number, account, other, remoteIds, action, sent);
        }

        /** The same, of which the server may have heard. */
        public Intent begun() {
            return new Intent(number, account, mailbox, remoteIds, action, true);
        }
    }

    /** What an {@link Intent} is about. */
    sealed interface Action {
        record SetFlags(Set<Flag> add, Set<Flag> remove) implements Action {}

        record Delete() implements Action {}

        /**
         * @param target the remote id of the target mailbox
         */
        record Move(String target) implements Action {}

        /**
         * @param target the remote id of the target mailbox
         */
        record Copy(String target) implements Action {}

        /**
         * The message whose bytes are here is put into the intent's mailbox.
         *
         * @param flags it has from the beginning
         * @param received when it came
         */
        record Append(Set<Flag> flags, Instant received) implements Action {}
    }
}
