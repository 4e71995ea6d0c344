package org.postern.store;

import java.util.List;

/**
 * What {@link MailStore#verify} found.
 *
 * @param bodies how many bodies were read
 * @param bytes how many bytes they have
 * @param refetched how many messages will be fetched again
 * @param repairs sentences about what was wrong and is right now
 * @param losses sentences about what could not be repaired
 */
public record StoreCheck(
        long bodies, long bytes, int refetched, List<String> repairs, List<String> losses) {

    public StoreCheck {
        repairs = List.copyOf(repairs);
        losses = List.copyOf(losses);
    }

    /** Whether everything was as it should be. */
    public boolean sound() {
        return refetched == 0 && repairs.isEmpty() && losses.isEmpty();
    }
}
