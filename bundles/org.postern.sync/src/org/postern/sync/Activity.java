package org.postern.sync;

import org.postern.core.AccountId;

import java.util.Objects;

/**
 * Something that the engine is doing for an account, as it was when somebody looked.
 *
 * @param number the same as long as it is the same work; rises with time
 * @param account whose
 * @param text where it is, for a person: "Inbox: 120 of 300"
 * @param done how much of {@code total} is done
 * @param total 0 when nobody knows
 * @param cancel ends it; callable from any thread, more than once, returns at once
 */
public record Activity(
        long number, AccountId account, String text, int done, int total, Runnable cancel) {

    public Activity {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(cancel, "cancel");
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("less than nothing: " + done + " of " + total);
        }
    }
}
