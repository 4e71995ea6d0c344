package org.postern.diagnosis.scenarios;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.security.Pins;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers one certificate of every server, as the last that was accepted or as a pin; or that
 * logins were bound.
 */
final class FakePins implements Pins {

    private final Optional<X509Certificate> pinned;
    private final Optional<X509Certificate> accepted;
    private final Optional<Instant> bound;

    private FakePins(
            Optional<X509Certificate> pinned,
            Optional<X509Certificate> accepted,
            Optional<Instant> bound) {
        this.pinned = pinned;
        this.accepted = accepted;
        this.bound = bound;
    }

    static FakePins having(X509Certificate leaf) {
        return new FakePins(Optional.empty(), Optional.of(leaf), Optional.empty());
    }

    static FakePins pinning(X509Certificate leaf) {
        return new FakePins(Optional.of(leaf), Optional.of(leaf), Optional.empty());
    }

    /** Every login was bound before. */
    static FakePins binding() {
        return new FakePins(Optional.empty(), Optional.empty(), Optional.of(Instant.EPOCH));
    }

    @Override
    public Optional<X509Certificate> pinned(AccountId account, Endpoint server) {
        return pinned;
    }

    @Override
    public Optional<X509Certificate> lastAccepted(AccountId account, Endpoint server) {
        return accepted;
    }

    @Override
    public void pin(AccountId account, Endpoint server, X509Certificate leaf) {
        throw new UnsupportedOperationException("a Doctor pins nothing");
    }

    @Override
    public void unpin(AccountId account, Endpoint server) {
        throw new UnsupportedOperationException("a Doctor pins nothing");
    }

    @Override
    public List<Endpoint> pinnedServers(AccountId account) {
        return List.of();
    }

    @Override
    public void accepted(AccountId account, Endpoint server, X509Certificate leaf) {
        // It remembers what it was made with.
        return;
    }

    @Override
    public Optional<Instant> boundSince(AccountId account, Endpoint server) {
        return bound;
    }

    @Override
    public void bound(AccountId account, Endpoint server, Instant now) {
        // It remembers what it was made with.
        return;
    }

    @Override
    public void unbind(AccountId account, Endpoint server) {
        throw new UnsupportedOperationException("a Doctor forgets nothing");
    }

    @Override
    public List<Endpoint> boundServers(AccountId account) {
        return List.of();
    }

    @Override
    public void forget(AccountId account) {
        throw new UnsupportedOperationException("a Doctor forgets nothing");
    }
}
