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
 * @param trust what makes the certificate believed
 * @param client the certificate of ours that the server asked for and got
 * @param login how the user proved who it is; empty before the login
 * @param forced sentences of policies that required something of this connection
 * @param warnings sentences of policies that let the connection pass with a warning
 */
public record Posture(
        Security security,
        Optional<String> protocol,
        Optional<String> cipherSuite,
        List<X509Certificate> chain,
        Trust trust,
        Optional<X509Certificate> client,
        Optional<Login> login,
        List<String> forced,
        List<String> warnings) {

    /** What makes a server believed. */
    public enum Trust {
        /** Nothing: there is no TLS. */
        NONE,
        /** The user pinned this very certificate; never counted as confidential (RFC 8314 §5.4). */
        PIN,
        /** An authority that this machine trusts vouches for the name. */
        AUTHORITY
    }

    public Posture {
        Objects.requireNonNull(security, "security");
        if (security.isProtected() == protocol.isEmpty()) {
            throw new IllegalArgumentException(
                    "a protected connection has a TLS version, and no other has one");
        }
        if (security.isProtected() == (trust == Trust.NONE)) {
            throw new IllegalArgumentException("trust goes with protection");
        }
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(login, "login");
        chain = List.copyOf(chain);
        forced = List.copyOf(forced);
        warnings = List.copyOf(warnings);
    }

    /** A connection on which no certificate of ours was shown. */
    public Posture(
            Security security,
            Optional<String> protocol,
            Optional<String> cipherSuite,
            List<X509Certificate> chain,
            Trust trust,
            Optional<Login> login,
            List<String> forced,
            List<String> warnings) {
        this(
                security,
                protocol,
                cipherSuite,
                chain,
                trust,
                Optional.empty(),
                login,
                forced,
                warnings);
    }

    /** A connection in clear. */
    public static Posture clear(List<String> warnings) {
        return new Posture(
                Security.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Trust.NONE,
                Optional.empty(),
                List.of(),
                warnings);
    }

    /** The same after a login. */
    public Posture after(Login accepted) {
        return new Posture(
                security,
                protocol,
                cipherSuite,
                chain,
                trust,
                client,
                Optional.of(accepted),
                forced,
                warnings);
    }

    /** Whether mail and password are for this server only (RFC 8314 §5). */
    public boolean isConfidential() {
        return trust == Trust.AUTHORITY;
    }
}
