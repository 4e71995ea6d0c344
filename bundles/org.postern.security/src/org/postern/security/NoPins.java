package org.postern.security;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** See {@link Pins#NONE}. */
final class NoPins implements Pins {

    @Override
    public Optional<X509Certificate> pinned(AccountId account, Endpoint server) {
        return Optional.empty();
    }

    @Override
    public Optional<X509Certificate> lastAccepted(AccountId account, Endpoint server) {
        return Optional.empty();
    }

    @Override
    public void pin(AccountId account, Endpoint server, X509Certificate leaf) throws MailException {
        throw new MailException(new Failure.LocalStorage("pins", "nothing is kept here"));
    }

    @Override
    public void unpin(AccountId account, Endpoint server) {
        // There is none.
    }

    @Override
    public List<Endpoint> pinnedServers(AccountId account) {
        return List.of();
    }

    @Override
    public void accepted(AccountId account, Endpoint server, X509Certificate leaf) {
        // Nobody asks later.
    }

    @Override
    public Optional<Instant> boundSince(AccountId account, Endpoint server) {
        return Optional.empty();
    }

    @Override
    public void bound(AccountId account, Endpoint server, Instant now) {
        // Nobody asks later.
    }

    @Override
    public void unbind(AccountId account, Endpoint server) {
        // Nothing is bound.
    }

    @Override
    public List<Endpoint> boundServers(AccountId account) {
        return List.of();
    }

    @Override
    public void forget(AccountId account) {
        // Nothing is kept.
    }
}
