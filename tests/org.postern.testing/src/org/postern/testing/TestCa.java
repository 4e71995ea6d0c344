package org.postern.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A certificate authority made on the spot: a root, an intermediate, and for every {@link
 * CertificateKind} an identity that a server can present. Keys are EC P-256. Nothing touches the
 * disk unless a test asks for PEM files. Safe for any thread.
 */
public final class TestCa {
    private static final TestCa SHARED = new TestCa("Postern Test CA");

    private final Issuer root;
    private final Issuer intermediate;
    private final X509Certificate rootCertificate;
    private final X509Certificate intermediateCertificate;
    private final Map<CertificateKind, ServerIdentity> identities = new ConcurrentHashMap<>();

    private TestCa(String name) {
        root = Issuer.named(name);
        intermediate = Issuer.named(name + " Intermediate");
        rootCertificate = root.certifyAuthority(root);
        intermediateCertificate = root.certifyAuthority(intermediate);
    }

    /** The CA that all tests of this JVM share; its keys are made once. */
    public static TestCa shared() {
        return SHARED;
    }

    /** Another CA, which a client that trusts {@link #shared()} does not know. */
    public static TestCa named(String name) {
        return new TestCa(name);
    }

    /** The identity that is sound for localhost, 127.0.0.1 and ::1. */
    public ServerIdentity sound() {
        return identity(CertificateKind.SOUND);
    }

    /** The identity of that kind, made at the first call and the same afterwards. */
    public ServerIdentity identity(CertificateKind kind) {
        return identities.computeIfAbsent(kind, this::make);
    }

    /** A new, sound identity for these DNS names; the first is also the common name. */
    public ServerIdentity identityFor(String... dnsNames) {
        KeyPair keys = Issuer.newKeys();
        LeafRecipe recipe = LeafRecipe.forHosts(List.of(dnsNames));
        return chained(keys, intermediate.certify(recipe, keys));
    }

    /** A new certificate of a client whose common name is this user's. */
    public ServerIdentity clientFor(String user) {
        KeyPair keys = Issuer.newKeys();
        return chained(keys, intermediate.certify(LeafRecipe.forClient(user), keys));
    }

    /** The same with an RSA key of 2048 bits, for servers that know no other. */
    public ServerIdentity rsaIdentityFor(String... dnsNames) {
        KeyPair keys = Issuer.newRsaKeys();
        return chained(keys, intermediate.certify(LeafRecipe.forHosts(List.of(dnsNames)), keys));
    }

    private ServerIdentity make(CertificateKind kind) {
        KeyPair keys = Issuer.newKeys();
        LeafRecipe recipe = LeafRecipe.of(kind);
        return switch (kind) {
            case SELF_SIGNED -> alone(keys, selfSigned(recipe, keys));
            case INCOMPLETE_CHAIN -> alone(keys, intermediate.certify(recipe, keys));
            case VERSION_1 -> chained(keys, intermediate.certifyVersion1(recipe, keys));
            default -> chained(keys, intermediate.certify(recipe, keys));
        };
    }

    private static X509Certificate selfSigned(LeafRecipe recipe, KeyPair keys) {
        return new Issuer(Issuer.subjectOf(recipe), keys).certify(recipe, keys);
    }

    private static ServerIdentity alone(KeyPair keys, X509Certificate leaf) {
        return new ServerIdentity(keys.getPrivate(), List.of(leaf));
    }

    private ServerIdentity chained(KeyPair keys, X509Certificate leaf) {
        return new ServerIdentity(keys.getPrivate(), List.of(leaf, intermediateCertificate));
    }

    /** The trust anchor for clients. */
    public X509Certificate root() {
        return rootCertificate;
    }

    /** The authority between root and leaf. */
    public X509Certificate intermediate() {
        return intermediateCertificate;
    }

    /** A revocation list of the authority between root and leaf that names this leaf. */
    public X509CRL revoking(X509Certificate leaf) {
        return intermediate.revoke(leaf);
    }

    /** A new key store that holds the root as its only trusted certificate. */
    public KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", rootCertificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Could not make a trust store in memory", e);
        }
    }

    /** A trust manager (PKIX, as the JDK makes it) that trusts the root and nothing else. */
    public X509ExtendedTrustManager trustManager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trustStore());
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PKIX", e);
        }
    }

    /**
     * A context for clients that trust the root and nothing else. Like every {@link SSLContext} it
     * checks host names only when the socket's parameters say so.
     */
    public SSLContext clientContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {trustManager()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** Writes the root as PEM, for {@code openssl -CAfile} and {@code curl --cacert}. */
    public Path writeRoot(Path file) throws IOException {
        return Files.writeString(file, Pem.of(rootCertificate));
    }
}
