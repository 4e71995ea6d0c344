package org.postern.security.internal;

import org.postern.core.Text;
import org.postern.security.ClientIdentity;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One key of a key store and the certificates that go with it.
 *
 * @param identity what a server gets to see of it
 */
public record KeyEntry(ClientIdentity identity) {

    /**
     * @param place to be named in sentences
     * @param alias empty takes the only one
     * @param password of the key
     */
    static KeyEntry find(KeyStore store, String place, String alias, char[] password)
            throws Unreadable, GeneralSecurityException {
        String name = alias.isEmpty() ? only(store, place) : named(store, place, alias);
        if (!(store.getKey(name, password) instanceof PrivateKey key)) {
            throw new Unreadable("client.noKey", place);
        }
        List<X509Certificate> chain = chain(store.getCertificateChain(name));
        if (chain.isEmpty()) {
            throw new Unreadable("client.noKey", place);
        }
        return new KeyEntry(new ClientIdentity(chain, key));
    }

    private static String only(KeyStore store, String place)
            throws Unreadable, GeneralSecurityException {
        List<String> names = names(store);
        if (names.isEmpty()) {
            throw new Unreadable("client.noKey", place);
        }
        if (names.size() > 1) {
            throw new Unreadable("client.severalKeys", place, listed(names));
        }
        return names.getFirst();
    }

    private static String named(KeyStore store, String place, String alias)
            throws Unreadable, GeneralSecurityException {
        List<String> names = names(store);
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(alias))
                .findFirst()
                .orElseThrow(() -> new Unreadable("client.noAlias", place, alias, listed(names)));
    }

    private static List<String> names(KeyStore store) throws GeneralSecurityException {
        List<String> names = new ArrayList<>();
        for (String each : Collections.list(store.aliases())) {
            if (store.isKeyEntry(each)) {
                names.add(each);
            }
        }
        return names;
    }

    private static String listed(List<String> names) {
        return Text.visible(String.join(", ", names));
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        return certificates == null
                ? List.of()
                : Arrays.stream(certificates)
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .toList();
    }
}
