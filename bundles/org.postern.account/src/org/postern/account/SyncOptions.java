package org.postern.account;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What the engine does for an account without being asked.
 *
 * @param every how often it looks for new mail; empty means only when the user says so
 * @param removal what becomes of a message on the server once it is stored here; only for
 *     transports that can delete but have a single mailbox
 * @param keepDays for {@link Removal#AFTER_DAYS}: whole days on the server after the message was
 *     stored; at least 1
 */
public record SyncOptions(Optional<Duration> every, Removal removal, int keepDays) {

    /** Look every ten minutes, leave everything on the server. */
    public static final SyncOptions DEFAULT =
            new SyncOptions(Optional.of(Duration.ofMinutes(10)), Removal.NEVER, 14);

    /** When a message that is safely stored here is removed from the server. */
    public enum Removal {
        NEVER,
        AFTER_DAYS,
        AT_ONCE
    }

    public SyncOptions {
        Objects.requireNonNull(removal, "removal");
        if (every.isPresent() && every.get().compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "looking for mail more often than every minute: " + every.get());
        }
        if (keepDays < 1 || keepDays > 3650) {
            throw new IllegalArgumentException("days on the server must be 1 to 3650: " + keepDays);
        }
    }
}
