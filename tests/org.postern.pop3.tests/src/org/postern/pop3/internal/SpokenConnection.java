package org.postern.pop3.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.net.Connection;
import org.postern.net.Posture;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A connection to a server that has said everything already. What is sent goes nowhere. */
final class SpokenConnection implements Connection {

    private final InputStream in;
    private boolean closed;

    SpokenConnection(byte[] said) {
        this.in = new ByteArrayInputStream(said);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Endpoint peer() {
        return new Endpoint("localhost", new Port(110));
    }

    @Override
    public Posture posture() {
        return Posture.clear(List.of());
    }

    @Override
    public Optional<String> greeting() {
        return Optional.of("+OK hi");
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
        closed = true;
    }
}
