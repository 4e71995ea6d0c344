package org.postern.security;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * The certificate and key by which an account proves who it is in a TLS handshake. The key has no
 * text form.
 */
public final class ClientIdentity {

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    /**
     * @param chain leaf first; not empty
     * @param key belongs to the leaf; may live in a token that never gives it away
     */
    public ClientIdentity(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = Objects.requireNonNull(key, "key");
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a client identity needs a certificate");
        }
    }

    /** Leaf first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** Never leaves this machine. */
    public PrivateKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "ClientIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
