package org.postern.security;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.MailException;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known per account and server: the certificate that the user chose to trust although no
 * authority vouches for it, the last one that was accepted, to compare a changed one with (RFC 8314
 * §5.4), and whether a login was once tied to the connection. Thread-safe. Failures are {@link
 * org.postern.core.Failure.LocalStorage}.
 */
public interface Pins {

    /** Nobody pinned anything, and nothing is remembered. */
    Pins NONE = new NoPins();

    /** The certificate that the user pinned; nothing else is then accepted from that server. */
    Optional<X509Certificate> pinned(AccountId account, Endpoint server);

    /** The leaf with which somebody logged in last, vouched for by an authority or a pin. */
    Optional<X509Certificate> lastAccepted(AccountId account, Endpoint server);

    /** Pins, durably. Only ever called for a user who saw chain, fingerprint and problem. */
    void pin(AccountId account, Endpoint server, X509Certificate leaf) throws MailException;

    /**
     * Takes a pin back, and forgets the last accepted certificate too: the next certificate is
     * judged like the first one of a new server.
     */
    void unpin(AccountId account, Endpoint server) throws MailException;

    /** Where the account has a pin. */
    List<Endpoint> pinnedServers(AccountId account);

    /**
     * Somebody logged in where this leaf was shown. Never throws: it is only for comparing later.
     */
    void accepted(AccountId account, Endpoint server, X509Certificate leaf);

    /**
     * When a login was first tied to the connection (channel binding, RFC 5056). From then on no
     * password of the account is proven to that server in any other way.
     */
    Optional<Instant> boundSince(AccountId account, Endpoint server);

    /**
     * A login was tied to the connection. Only the first time counts. Never throws; what cannot be
     * written holds at least until the program ends.
     */
    void bound(AccountId account, Endpoint server, Instant now);

    /** Forgets that. Only ever called for a user who was told what it means. */
    void unbind(AccountId account, Endpoint server) throws MailException;

    /** Where the account's logins must be bound. */
    List<Endpoint> boundServers(AccountId account);

    /** Forgets all of an account that is removed. */
    void forget(AccountId account) throws MailException;
}
