package org.postern.security.internal;

import org.postern.security.TrustAnchors;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;

/** The Java runtime's own check of a path to certain anchors. */
public final class PathCheck {

    /** The runtime's word for "any key exchange". */
    private static final String ANY_KEY_EXCHANGE = "UNKNOWN";

    private final TrustAnchors anchors;
    private final Map<X500Principal, List<X509Certificate>> authorities;
    private final X509ExtendedTrustManager runtime;

    public PathCheck(TrustAnchors anchors) {
        this.anchors = anchors;
        authorities =
                anchors.certificates().stream()
                        .collect(Collectors.groupingBy(X509Certificate::getSubjectX500Principal));
        runtime = runtimeCheck(anchors.certificates());
    }

    public TrustAnchors anchors() {
        return anchors;
    }

    private boolean trusts(X509Certificate certificate) {
        return anchors.certificates().contains(certificate);
    }

    /** The authority that vouches for a certificate; a trusted one vouches for itself. */
    Optional<X509Certificate> anchorOf(X509Certificate certificate) {
        if (trusts(certificate)) {
            return Optional.of(certificate);
        }
        return authorities.getOrDefault(certificate.getIssuerX500Principal(), List.of()).stream()
                .filter(authority -> Issuance.signed(authority, certificate))
                .findFirst();
    }

    public void check(List<X509Certificate> chain) throws CertificateException {
        runtime.checkServerTrusted(chain.toArray(X509Certificate[]::new), ANY_KEY_EXCHANGE);
    }

    public void check(List<X509Certificate> chain, String authType, Socket socket)
            throws CertificateException {
        runtime.checkServerTrusted(chain.toArray(X509Certificate[]::new), authType, socket);
    }

    private static X509ExtendedTrustManager runtimeCheck(Set<X509Certificate> certificates) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(keyStore(certificates));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot check certificates", e);
        }
    }

    private static KeyStore keyStore(Set<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (X509Certificate each : certificates) {
            store.setCertificateEntry("anchor" + number++, each);
        }
        return store;
    }
}
