package org.postern.credentials;

import org.eclipse.equinox.security.storage.StorageException;
import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.internal.DesktopKeyring;
import org.postern.credentials.internal.EquinoxVault;
import org.postern.credentials.internal.KeySource;
import org.postern.credentials.internal.Keys;
import org.postern.credentials.internal.Messages;
import org.postern.credentials.internal.NoKeyring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Secrets in Equinox secure storage, encrypted under a random key of 256 bits. The key is kept by
 * the desktop's keyring where one answers, else in a file beside.
 *
 * <p>What that is worth: other users of the machine read neither file, nor does somebody who gets
 * hold of the storage alone, in a backup or a synchronised folder. With the key in a file it is no
 * help against somebody who reads all of the user's files, nor against programs that run as the
 * user; with the key in a keyring the first is shut out while the keyring is locked.
 *
 * <p>Needs a running Equinox. Nothing is touched before the first call that needs it.
 */
public final class SecureCredentials implements CredentialStore {

    private final Path folder;
    private final Keys keys;
    private Optional<EquinoxVault> vault = Optional.empty();

    private SecureCredentials(Path folder, KeySource keyring) {
        this.folder = folder;
        this.keys = new Keys(folder, keyring);
    }

    /** Secrets in that folder, which is made when it is not there, for its owner alone. */
    public static SecureCredentials in(Path folder) {
        return new SecureCredentials(folder, new DesktopKeyring(folder));
    }

    /** The same with the key in a file, whatever the desktop has: for passing installations. */
    public static SecureCredentials withKeyFileIn(Path folder) {
        return new SecureCredentials(folder, new NoKeyring());
    }

    private EquinoxVault vault() throws MailException, IOException {
        if (vault.isEmpty()) {
            AtomicFile.privateFolder(folder);
            AtomicFile.removeLeftovers(folder);
            char[] key = keys.find(EquinoxVault.exists(folder));
            vault = Optional.of(EquinoxVault.open(folder, key));
            Arrays.fill(key, '\0');
        }
        return vault.get();
    }

    @Override
    public synchronized Optional<Secret> read(AccountId account, Purpose purpose)
            throws MailException {
        try {
            return vault().get(slot(account, purpose)).map(SecureCredentials::secret);
        } catch (StorageException e) {
            throw unreadable();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A slot of its own for each purpose, all below the account's. */
    static String slot(AccountId account, Purpose purpose) {
        return switch (purpose) {
            case LOGIN -> account.value();
            case CERTIFICATE -> account.value() + "/certificate";
        };
    }

    /** A secret out of its stored bytes, which are wiped. */
    static Secret secret(byte[] utf8) {
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] copy = Arrays.copyOf(characters.array(), characters.limit());
        try {
            return Secret.of(copy);
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(copy, '\0');
            Arrays.fill(characters.array(), '\0');
        }
    }

    @Override
    public synchronized void write(AccountId account, Purpose purpose, Secret secret)
            throws MailException {
        byte[] utf8 = secret.utf8();
        try {
            beginAnewIfKeyIsLost();
            keepIfDamaged(slot(account, purpose));
            vault().put(slot(account, purpose), utf8);
        } catch (StorageException e) {
            throw unreadable();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /**
     * Without its key the storage is worth nothing any more. It is put aside when, and only when,
     * the user enters a password again.
     */
    private void beginAnewIfKeyIsLost() throws MailException, IOException {
        if (vault.isEmpty() && EquinoxVault.exists(folder) && keys.lost()) {
            keys.setAside();
            EquinoxVault.setAside(folder);
        }
    }

    /** What cannot be read is not overwritten without a copy. */
    private void keepIfDamaged(String slot) throws MailException, IOException {
        try {
            vault().get(slot).ifPresent(old -> Arrays.fill(old, (byte) 0));
        } catch (StorageException unreadable) {
            vault().keepDamaged();
        }
    }

    @Override
    public synchronized void forget(AccountId account, Purpose purpose) throws MailException {
        try {
            vault().remove(slot(account, purpose));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void forget(AccountId account) throws MailException {
        try {
            vault().removeAll(account.value());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public String place() {
        return keys.place();
    }

    private MailException unreadable() {
        return new MailException(
                new Failure.CredentialsUnavailable(Messages.format("vault.unreadable", folder)));
    }

    private MailException failed(IOException e) {
        return new MailException(
                new Failure.CredentialsUnavailable(
                        Messages.format("vault.failed", folder, e.toString())),
                e);
    }
}
