package org.postern.testing;

/**
 * Somebody who has mail on a server of a test.
 *
 * @param name the login name, without spaces, slashes and colons
 * @param password any text that is not empty; left out of {@link #toString()}
 */
public record TestUser(String name, String password) {

    /** Refuses an empty password and a name that no server could use as a folder. */
    public TestUser {
        if (!name.matches("[^\\s:/]+")) {
            throw new IllegalArgumentException("Not a login name: '" + name + "'");
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("The password of " + name + " is empty");
        }
    }

    @Override
    public String toString() {
        return "TestUser[" + name + "]";
    }
}
