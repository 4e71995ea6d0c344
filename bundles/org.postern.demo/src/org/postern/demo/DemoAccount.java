package org.postern.demo;

import java.util.Objects;

/**
 * One person with mail on the demo server. It holds no secret: the password is asked of {@link
 * DemoServer#password(DemoAccount)}.
 *
 * @param name what to call the account in a list of accounts
 * @param personName the person's name, as it appears in the From field
 * @param address the person's mail address
 * @param user the name to log in with, different for every account
 * @param kind how the account is reached
 */
public record DemoAccount(
        String name, String personName, String address, String user, DemoKind kind) {

    /** Refuses empty texts, an address without {@code @} and nulls. */
    public DemoAccount {
        requireText(name, "name");
        requireText(personName, "personName");
        requireText(user, "user");
        if (requireText(address, "address").indexOf('@') < 1) {
            throw new IllegalArgumentException("address has no @: " + address);
        }
        Objects.requireNonNull(kind, "kind");
    }

    private static String requireText(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        return text;
    }
}
