package org.postern.net;

import java.util.Objects;
import java.util.Set;

/**
 * How an account wants to prove who it is.
 *
 * @param kind what the secret is
 * @param allowed SASL mechanisms that are off by default and that the user allows for this account
 *     ({@code CRAM-MD5})
 */
public record LoginWish(Kind kind, Set<String> allowed) {

    /** A password, and nothing that is off by default. */
    public static final LoginWish PASSWORD = new LoginWish(Kind.PASSWORD, Set.of());

    /** What proves who somebody is. */
    public enum Kind {
        /** A password, by the strongest mechanism that both know. */
        PASSWORD,
        /** An OAuth 2 access token (RFC 7628). */
        TOKEN,
        /** The certificate of the TLS handshake (SASL EXTERNAL, RFC 4422 appendix A). */
        CERTIFICATE
    }

    public LoginWish {
        Objects.requireNonNull(kind, "kind");
        allowed = Set.copyOf(allowed);
    }
}
