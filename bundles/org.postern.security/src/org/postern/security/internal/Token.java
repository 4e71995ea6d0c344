package org.postern.security.internal;

import org.postern.core.Secret;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.ProviderException;
import java.util.Arrays;
import java.util.Optional;

import javax.security.auth.login.LoginException;

/**
 * A token behind a PKCS#11 module.
 *
 * @param library the path of the module's library
 */
public record Token(String library) {

    public KeyEntry read(String alias, Optional<Secret> pin) throws Unreadable {
        char[] characters = pin.map(Secret::characters).orElse(new char[0]);
        try {
            KeyStore store = inserted();
            store.load(null, characters);
            return KeyEntry.find(store, library, alias, characters);
        } catch (IOException e) {
            throw isLogin(e)
                    ? new Unreadable("client.wrongPin", library, innermost(e))
                    : new Unreadable("client.damaged", library, innermost(e));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new Unreadable("client.damaged", library, innermost(e));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** A PIN is tried on one token only: some lock themselves for good after three wrong ones. */
    private KeyStore inserted() throws Unreadable {
        for (Provider slot : TokenSlots.of(library)) {
            try {
                return KeyStore.getInstance("PKCS11", slot);
            } catch (KeyStoreException e) {
                // No token in this slot; the next one may hold it.
                continue;
            }
        }
        throw new Unreadable("client.noToken", library);
    }

    private static boolean isLogin(Throwable e) {
        return e instanceof LoginException || e.getCause() != null && isLogin(e.getCause());
    }

    private static String innermost(Throwable e) {
        Throwable inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.toString() : inner.getMessage();
    }
}
