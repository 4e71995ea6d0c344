package org.postern.credentials.internal;

/** The keyring of the desktop that Postern runs on. */
public final class Keyring {

    private Keyring() {}

    /** A keyring that answers, or one that never has anything. */
    public static KeySource ofDesktop() {
        return new NoKeyring();
    }
}
