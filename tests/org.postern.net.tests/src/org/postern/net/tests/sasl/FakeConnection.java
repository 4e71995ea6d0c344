package org.postern.net.tests.sasl;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.Posture;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection as far as a choice of mechanism looks at it. Nothing can be said over it. */
record FakeConnection(
        Posture posture,
        Map<String, byte[]> bindings,
        boolean certified,
        Optional<Instant> boundSince)
        implements Connection {

    static final Endpoint PEER = new Endpoint("server.example.com", new Port(143));

    /** In clear. */
    static FakeConnection clear() {
        return new FakeConnection(Posture.clear(List.of()), Map.of(), false, Optional.empty());
    }

    /** With that version of TLS, trusted, and with a binding of its own for these types. */
    static FakeConnection tls(String version, String... bindings) {
        Map<String, byte[]> all = new java.util.HashMap<>();
        for (String type : bindings) {
            all.put(type, ("bound by " + type).getBytes());
        }
        Posture posture =
                new Posture(
                        Security.TLS,
                        Optional.of(version),
                        Optional.of("TLS_AES_128_GCM_SHA256"),
                        List.of(),
                        Posture.Trust.AUTHORITY,
                        Optional.empty(),
                        List.of(),
                        List.of());
        return new FakeConnection(posture, all, false, Optional.empty());
    }

    /** The same after our certificate was shown. */
    FakeConnection showing() {
        return new FakeConnection(posture, bindings, true, boundSince);
    }

    /** The same of an account whose logins were bound before. */
    FakeConnection boundBefore() {
        return new FakeConnection(posture, bindings, certified, Optional.of(Instant.EPOCH));
    }

    @Override
    public Optional<byte[]> channelBinding(String type) {
        return Optional.ofNullable(bindings.get(type));
    }

    @Override
    public Endpoint peer() {
        return PEER;
    }

    @Override
    public Optional<String> greeting() {
        return Optional.empty();
    }

    @Override
    public InputStream in() {
        throw new IllegalStateException("nothing can be heard here");
    }

    @Override
    public OutputStream out() {
        throw new IllegalStateException("nothing can be said here");
    }

    @Override
    public void readTimeout(Duration limit) {
        throw new IllegalStateException("nothing can be heard here");
    }

    @Override
    public Guard guard(IProgressMonitor monitor) {
        return () -> {};
    }

    @Override
    public void close() {
        // nothing is open
    }
}
