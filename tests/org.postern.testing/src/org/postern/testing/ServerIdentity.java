package org.postern.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * A private key and the certificates that a server sends along with it, leaf first. The root is
 * never among them. Immutable and safe for any thread.
 *
 * @param key the private key of the leaf
 * @param chain the certificates that are sent, at least the leaf
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

    /** Refuses an empty chain. */
    public ServerIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A server identity needs a certificate");
        }
    }

    /** The certificate that names the server. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /**
     * A context for server sockets. It presents this identity whatever the client asks for, so that
     * a test sees the judgement of the client and not that of the server.
     */
    public SSLContext serverContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = {new FixedKeyManager(this)};
            context.init(keys, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** The chain in PEM, leaf first. */
    public String certificatesPem() {
        return chain.stream().map(Pem::of).collect(Collectors.joining());
    }

    /** The key in PEM (PKCS #8, not encrypted). */
    public String keyPem() {
        return Pem.of(key);
    }

    /** Writes {@code cert.pem} and {@code key.pem} into a folder that exists. */
    public void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("cert.pem"), certificatesPem());
        Files.writeString(folder.resolve("key.pem"), keyPem());
    }

    /** Leaves out the key: a key of a test is still a bad example to print. */
    @Override
    public String toString() {
        return "ServerIdentity[" + leaf().getSubjectX500Principal() + "]";
    }
}
