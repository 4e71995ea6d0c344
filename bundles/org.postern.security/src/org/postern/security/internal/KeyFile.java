package org.postern.security.internal;

import org.postern.core.Secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A PKCS#12 file.
 *
 * @param location its path
 */
public record KeyFile(String location) {

    public KeyEntry read(String alias, Optional<Secret> password) throws Unreadable {
        char[] characters = password.map(Secret::characters).orElse(new char[0]);
        try {
            return KeyEntry.find(load(characters), location, alias, characters);
        } catch (GeneralSecurityException e) {
            throw new Unreadable("client.damaged", location, e.toString());
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private KeyStore load(char[] password) throws Unreadable, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(location))) {
            store.load(in, password);
            return store;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Unreadable("client.noFile", location);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new Unreadable("client.wrongPassword", location)
                    : new Unreadable("client.damaged", location, e.toString());
        }
    }
}
