package org.postern.fuzz;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.LoginWish;
import org.postern.net.Posture;
import org.postern.net.Timeouts;
import org.postern.transport.OpenRequest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A connection to a server that has said everything already; what is sent goes nowhere. */
final class Said implements Connection {

    static final Endpoint PEER = new Endpoint("localhost", new Port(1));

    private final String greeting;
    private final InputStream in;

    Said(String greeting, byte[] said) {
        this.greeting = greeting;
        this.in = new ByteArrayInputStream(said);
    }

    static OpenRequest request() {
        return new OpenRequest(
                new AccountId("fuzz"),
                "localhost",
                Optional.of(PEER),
                Security.NONE,
                "joe",
                () -> Secret.of("secret".toCharArray()),
                Timeouts.of(Duration.ofSeconds(5)),
                LoginWish.PASSWORD);
    }

    @Override
    public Endpoint peer() {
        return PEER;
    }

    @Override
    public Posture posture() {
        return Posture.clear(List.of());
    }

    @Override
    public Optional<String> greeting() {
        return Optional.of(greeting);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public void readTimeout(Duration limit) {
        // nothing ever waits here
    }

    @Override
    public Guard guard(IProgressMonitor monitor) {
        return () -> {};
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
