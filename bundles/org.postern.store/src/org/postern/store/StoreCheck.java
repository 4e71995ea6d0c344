package org.postern.store;

import org.postern.core.AccountId;

import java.util.List;
import java.util.Objects;

/**
 * What {@link MailStore#verify} found.
 *
 * @param bodies how many bodies were read
 * @param bytes how many bytes they have
 * @param damaged the messages whose bytes are not as they were stored
 * @param repairs sentences about what was wrong and is right now
 * @param losses sentences about what could not be repaired
 */
public record StoreCheck(
        long bodies,
        long bytes,
        List<DamagedMessage> damaged,
        List<String> repairs,
        List<String> losses) {

    /** Nothing was looked at. */
    public static final StoreCheck NOTHING = new StoreCheck(0, 0, List.of(), List.of(), List.of());

    /**
     * A message whose bytes are damaged or not there.
     *
     * @param subject as a list shows it
     * @param refetched whether it is fetched again with the next synchronisation; else no server
     *     has it, and what is left of it is kept
     */
    public record DamagedMessage(
            AccountId account,
            MailboxId mailbox,
            MessageId message,
            String subject,
            boolean refetched) {
        public DamagedMessage {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(mailbox, "mailbox");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(subject, "subject");
        }
    }

    public StoreCheck {
        damaged = List.copyOf(damaged);
        repairs = List.copyOf(repairs);
        losses = List.copyOf(losses);
    }

    /** How many messages will be fetched again. */
    public int refetched() {
        return (int) damaged.stream().filter(DamagedMessage::refetched).count();
    }

    /** Whether everything was as it should be. */
    public boolean sound() {
        return damaged.isEmpty() && repairs.isEmpty() && losses.isEmpty();
    }
}
