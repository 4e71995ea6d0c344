package org.postern.credentials.internal;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.postern.core.AtomicFile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

import javax.crypto.spec.PBEKeySpec;

/**
 * Secrets in a file of Equinox secure storage, encrypted under a key that is given. Equinox writes
 * the file in place and lets the umask decide who reads it; here it lies in a private folder, is
 * made readable for its owner only before anything is in it, and is restored from a copy when a
 * crash interrupted the writing.
 */
public final class EquinoxVault {

    private static final String FILE = "secure_storage";
    private static final String SECRET = "secret";

    private final Path file;
    private final Path copy;
    private final ISecurePreferences root;

    private EquinoxVault(Path folder, ISecurePreferences root) {
        this.file = folder.resolve(FILE);
        this.copy = folder.resolve(FILE + ".before");
        this.root = root;
    }

    /** Whether secrets are stored in the folder. */
    public static boolean exists(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) && Files.size(file) > 0;
    }

    /** Opens the folder's storage, which is made when it is not there. */
    public static EquinoxVault open(Path folder, char[] key) throws IOException {
        Path file = folder.resolve(FILE);
        Path copy = folder.resolve(FILE + ".before");
        if (Files.exists(copy)) {
            AtomicFile.write(file, Files.readAllBytes(copy));
            Files.delete(copy);
        } else if (!Files.exists(file)) {
            AtomicFile.write(file, new byte[0]);
        }
        return open(folder, file, key);
    }

    /**
     * Opens the folder's storage to be read alone, while somebody else may be writing it: the copy
     * is then what is whole.
     */
    public static EquinoxVault look(Path folder, char[] key) throws IOException {
        Path copy = folder.resolve(FILE + ".before");
        return open(folder, Files.exists(copy) ? copy : folder.resolve(FILE), key);
    }

    private static EquinoxVault open(Path folder, Path file, char[] key) throws IOException {
        Map<Object, Object> options =
                Map.of(
                        IProviderHints.DEFAULT_PASSWORD,
                        new PBEKeySpec(key),
                        IProviderHints.PROMPT_USER,
                        Boolean.FALSE);
        return new EquinoxVault(
                folder, SecurePreferencesFactory.open(file.toUri().toURL(), options));
    }

    /**
     * @return the bytes; the caller wipes them
     * @throws StorageException when they cannot be decrypted
     */
    public Optional<byte[]> get(String name) throws StorageException {
        try {
            return root.nodeExists(name)
                    ? Optional.ofNullable(root.node(name).getByteArray(SECRET, null))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Equinox's Base64 says it so when the file was damaged.
            throw new StorageException(StorageException.DECRYPTION_ERROR, e);
        }
    }

    /** Durable when it returns. */
    public void put(String name, byte[] secret) throws StorageException, IOException {
        root.node(name).putByteArray(SECRET, secret, true);
        flush();
    }

    /** Removes one secret and none below it; durable when it returns. */
    public void remove(String name) throws IOException {
        if (root.nodeExists(name)) {
            root.node(name).remove(SECRET);
            flush();
        }
    }

    /** Removes a secret and all below it; durable when it returns. */
    public void removeAll(String name) throws IOException {
        if (root.nodeExists(name)) {
            root.node(name).removeNode();
            flush();
        }
    }

    /** Renames the folder's storage, which nobody has open. */
    public static void setAside(Path folder) throws IOException {
        AtomicFile.setAside(folder.resolve(FILE), "damaged");
        Files.deleteIfExists(folder.resolve(FILE + ".before"));
    }

    /** Keeps a copy of the file as it is, so that nothing in it can be lost. */
    public void keepDamaged() throws IOException {
        Path sibling = file.resolveSibling(FILE + ".copy");
        AtomicFile.write(sibling, Files.readAllBytes(file));
        AtomicFile.setAside(sibling, "damaged");
    }

    private void flush() throws IOException {
        AtomicFile.write(copy, Files.readAllBytes(file));
        root.flush();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.delete(copy);
        AtomicFile.force(file.toAbsolutePath().getParent());
    }
}
