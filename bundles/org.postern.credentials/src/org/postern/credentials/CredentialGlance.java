package org.postern.credentials;

import org.eclipse.equinox.security.storage.StorageException;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.internal.DesktopKeyring;
import org.postern.credentials.internal.EquinoxVault;
import org.postern.credentials.internal.Keys;
import org.postern.credentials.internal.Messages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The secrets of a folder that another program may have open: they are read, and nothing in the
 * folder is made, restored, renamed or removed. Writing and forgetting fail. Needs a running
 * Equinox.
 */
public final class CredentialGlance implements CredentialStore {

    private final Path folder;
    private final Keys keys;

    private CredentialGlance(Path folder) {
        this.folder = folder;
        this.keys = new Keys(folder, new DesktopKeyring(folder));
    }

    /** What {@link SecureCredentials#in} keeps in that folder; it need not be there. */
    public static CredentialGlance at(Path folder) {
        return new CredentialGlance(folder);
    }

    @Override
    public synchronized Optional<Secret> read(AccountId account, Purpose purpose)
            throws MailException {
        try {
            if (!EquinoxVault.exists(folder)) {
                return Optional.empty();
            }
            return vault().get(SecureCredentials.slot(account, purpose))
                    .map(SecureCredentials::secret);
        } catch (StorageException e) {
            throw unavailable(Messages.format("vault.unreadable", folder));
        } catch (IOException e) {
            throw unavailable(Messages.format("vault.failed", folder, e.toString()));
        }
    }

    private EquinoxVault vault() throws MailException, IOException {
        char[] key = keys.find(true);
        try {
            return EquinoxVault.look(folder, key);
        } finally {
            Arrays.fill(key, '\0');
        }
    }

    @Override
    public void write(AccountId account, Purpose purpose, Secret secret) throws MailException {
        throw readOnly();
    }

    @Override
    public void forget(AccountId account, Purpose purpose) throws MailException {
        throw readOnly();
    }

    @Override
    public void forget(AccountId account) throws MailException {
        throw readOnly();
    }

    @Override
    public String place() {
        return keys.place();
    }

    private MailException readOnly() {
        return unavailable(Messages.format("vault.readOnly", folder));
    }

    private static MailException unavailable(String sentence) {
        return new MailException(new Failure.CredentialsUnavailable(sentence));
    }
}
