package org.postern.core;

import java.util.UUID;

/**
 * The stable name of an account in files and between bundles. It never changes, whatever the user
 * renames, and it is safe as a file name.
 *
 * @param value 1 to 64 characters out of {@code a-z 0-9 -}
 */
public record AccountId(String value) {

    public AccountId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "not an account id: \"" + Text.visible(value) + "\"");
        }
    }

    /** An id that no account has yet. */
    public static AccountId random() {
        return new AccountId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
