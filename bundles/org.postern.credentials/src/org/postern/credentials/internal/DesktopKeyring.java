package org.postern.credentials.internal;

import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps the master key in the desktop's keyring (the Secret Service of freedesktop.org). It is
 * asked only while such a service runs already: starting one could open a dialog that nobody waits
 * for. May wait for the user to unlock the keyring.
 */
public final class DesktopKeyring implements KeySource {

    private static final Logger LOG = System.getLogger(DesktopKeyring.class.getName());

    private final String store;

    /**
     * @param folder tells keys of several installations apart
     */
    public DesktopKeyring(Path folder) {
        this.store = folder.toAbsolutePath().normalize().toString();
    }

    @Override
    public Optional<char[]> read() {
        return answers()
                ? LibSecret.lookup(store).filter(MasterKey::isKey).map(String::toCharArray)
                : Optional.empty();
    }

    @Override
    public boolean write(char[] key) {
        return answers()
                && LibSecret.store(store, Messages.format("keyring.label"), new String(key))
                && read().map(kept -> Arrays.equals(kept, key)).orElse(false);
    }

    private static boolean answers() {
        if (System.getenv("DBUS_SESSION_BUS_ADDRESS") == null) {
            return false;
        }
        try {
            return SessionBus.hasOwner("org.freedesktop.secrets");
        } catch (LinkageError e) {
            LOG.log(Logger.Level.DEBUG, "no keyring library: {0}", e.getMessage());
            return false;
        }
    }

    @Override
    public String place() {
        return Messages.format("place.keyring");
    }
}
