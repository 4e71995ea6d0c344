package org.postern.net;

import org.postern.core.Security;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What really protects a connection; the lock on screen is drawn from it and from nothing else.
 *
 * @param security the mode that holds
 * @param protocol {@code TLSv1.3}; empty without TLS
 * @param cipherSuite empty without TLS
 * @param chain the server's certificates, leaf first; empty without TLS
 * @param warnings sentences of policies that let the connection pass with a warning
 */
public record Posture(
        Security security,
        Optional<String> protocol,
        Optional<String> cipherSuite,
        List<X509Certificate> chain,
        List<String> warnings) {

    public Posture {
        Objects.requireNonNull(security, "security");
        if (security.isProtected() == protocol.isEmpty()) {
            throw new IllegalArgumentException(
                    "a protected connection has a TLS version, and no other has one");
        }
        chain = List.copyOf(chain);
        warnings = List.copyOf(warnings);
    }

    /** A connection in clear. */
    public static Posture clear(List<String> warnings) {
        return new Posture(Security.NONE, Optional.empty(), Optional.empty(), List.of(), warnings);
    }
}
