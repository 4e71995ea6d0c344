package org.postern.security;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that are known per account and server: those that the user chose to trust although
 * no authority vouches for them, and the last one that was accepted, to compare a changed one with
 * (RFC 8314 §5.4). Thread-safe. Failures are {@link org.postern.core.Failure.LocalStorage}.
 */
public interface Pins {

    /** Nobody pinned anything, and nothing is remembered. */
    Pins NONE = new NoPins();

    /** The certificate that the user pinned; nothing else is then accepted from that server. */
    Optional<X509Certificate> pinned(AccountId account, Endpoint server);

    /** The leaf that was accepted last, by an authority or by a pin. */
    Optional<X509Certificate> lastAccepted(AccountId account, Endpoint server);

    /** Pins, durably. Only ever called for a user who saw chain, fingerprint and problem. */
    void pin(AccountId account, Endpoint server, X509Certificate leaf) throws MailException;

    /**
     * Takes a pin back, and forgets the last accepted certificate too: the next connection is
     * judged like the first one to a new server.
     */
    void unpin(AccountId account, Endpoint server) throws MailException;

    /** Where the account has a pin. */
    List<Endpoint> pinnedServers(AccountId account);

    /** A connection was made with this leaf. Never throws: it is only for comparing later. */
    void accepted(AccountId account, Endpoint server, X509Certificate leaf);

    /** Forgets all of an account that is removed. */
    void forget(AccountId account) throws MailException;
}
