package org.postern.core;

/**
 * How a connection to a server is protected. There is no "if available": a mode holds or the
 * connection fails.
 */
public enum Security {
    /** Clear text, chosen by the user with open eyes. */
    NONE,
    /**
     * A clear connection that must be upgraded before anything else is said (RFC 2595, RFC 9051
     * §6.2.1).
     */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS;

    /** Whether the user was promised that nothing but protected bytes leave. */
    public boolean isProtected() {
        return this != NONE;
    }
}
