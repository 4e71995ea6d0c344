package org.postern.security.internal;

import org.postern.security.TrustAnchors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities of the Java runtime and of the operating system; read once. */
public final class SystemAnchors {

    private static final List<Path> BUNDLES =
            List.of(
                    Path.of("/etc/ssl/certs/ca-certificates.crt"),
                    Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
                    Path.of("/etc/ssl/ca-bundle.pem"),
                    Path.of("/etc/ssl/cert.pem"));

    /** On macOS the roots of the system are one store, and what an administrator adds another. */
    private static final List<String> PLATFORM_STORES =
            List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore");

    private final Set<X509Certificate> certificates = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private SystemAnchors() {}

    public static TrustAnchors load() {
        return Once.ANCHORS;
    }

    /**
     * Reads anew.
     *
     * @param bundles of which the first that is there counts
     * @param stores key store types; those that the runtime does not offer are passed over
     */
    public static TrustAnchors read(List<Path> bundles, List<String> stores) {
        SystemAnchors anchors = new SystemAnchors();
        anchors.readRuntime();
        bundles.stream().filter(Files::isReadable).findFirst().ifPresent(anchors::readBundle);
        stores.stream().filter(SystemAnchors::isOffered).forEach(anchors::readStore);
        return new TrustAnchors(anchors.certificates, anchors.problems);
    }

    private void readRuntime() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509TrustManager x509) {
                    certificates.addAll(List.of(x509.getAcceptedIssuers()));
                }
            }
        } catch (GeneralSecurityException e) {
            problems.add(Messages.text("trust.store", "Java", e.getMessage()));
        }
    }

    private void readBundle(Path file) {
        Pem pem = Pem.read(file);
        certificates.addAll(pem.certificates());
        problems.addAll(pem.problems());
    }

    private static boolean isOffered(String store) {
        return Security.getProviders("KeyStore." + store) != null;
    }

    private void readStore(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            for (String alias : Collections.list(store.aliases())) {
                trusted(store, alias).ifPresent(certificates::add);
            }
        } catch (GeneralSecurityException | IOException e) {
            problems.add(Messages.text("trust.store", type, e.getMessage()));
        }
    }

    /** A certificate with a key is the user's own, and vouches for nobody. */
    private static Optional<X509Certificate> trusted(KeyStore store, String alias)
            throws GeneralSecurityException {
        return store.isCertificateEntry(alias)
                        && store.getCertificate(alias) instanceof X509Certificate found
                ? Optional.of(found)
                : Optional.empty();
    }

    private static final class Once {
        static final TrustAnchors ANCHORS = read(BUNDLES, PLATFORM_STORES);
    }
}
