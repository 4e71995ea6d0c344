package org.postern.credentials.internal;

import java.util.Optional;

/** A desktop without a keyring. */
public final class NoKeyring implements KeySource {

    @Override
    public Optional<char[]> read() {
        return Optional.empty();
    }

    @Override
    public boolean write(char[] key) {
        return false;
    }

    @Override
    public String place() {
        return Messages.format("place.keyring");
    }
}
