package org.postern.credentials.internal;

import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the master key or makes one. A key stays where it was made: when the keyring has it and
 * does not answer, no second key is made that would make the stored passwords unreadable.
 */
public final class Keys {

    private final Path folder;
    private final KeySource keyring;
    private final KeySource file;

    /**
     * @param folder holds the key file, or a note that the keyring has the key
     */
    public Keys(Path folder, KeySource keyring) {
        this.folder = folder;
        this.keyring = keyring;
        this.file = new KeyFile(folder.resolve("key"));
    }

    /** Where the key is, or would be made. */
    public String place() {
        return (inKeyring() ? keyring : file).place();
    }

    private boolean inKeyring() {
        return Files.exists(note());
    }

    private Path note() {
        return folder.resolve("key-in-keyring");
    }

    /**
     * @param needed whether passwords are stored already, so that no new key would do
     */
    public char[] find(boolean needed) throws MailException {
        if (inKeyring()) {
            return keyring.read().orElseThrow(() -> missing("keyring.silent"));
        }
        Optional<char[]> key = file.read();
        if (key.isEmpty() && needed) {
            throw missing("key.missing");
        }
        return key.isPresent() ? key.get() : made();
    }

    /**
     * Whether a key file was here and is damaged or gone. A keyring that does not answer may answer
     * later, so its key is never taken for lost.
     */
    public boolean lost() {
        try {
            return !inKeyring() && file.read().isEmpty();
        } catch (MailException damaged) {
            return true;
        }
    }

    /** Renames a damaged key file. */
    public void setAside() throws IOException {
        Path path = folder.resolve("key");
        if (Files.exists(path)) {
            AtomicFile.setAside(path, "damaged");
        }
    }

    private MailException missing(String sentence) {
        return new MailException(
                new Failure.CredentialsUnavailable(Messages.format(sentence, folder)));
    }

    private char[] made() throws MailException {
        char[] key = MasterKey.random();
        for (KeySource source : List.of(keyring, file)) {
            if (source.write(key)) {
                if (source == keyring) {
                    writeNote();
                }
                return key;
            }
        }
        throw missing("key.missing");
    }

    private void writeNote() throws MailException {
        try {
            AtomicFile.write(note(), new byte[0]);
        } catch (IOException e) {
            throw new MailException(
                    new Failure.CredentialsUnavailable(
                            Messages.format("vault.failed", note(), e.toString())),
                    e);
        }
    }
}
