package org.postern.pop3.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.net.Connection;
import org.postern.net.Posture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A connection to a server that has said everything already. What is sent is kept. */
final class SpokenConnection implements Connection {

    private final InputStream in;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ByteArrayOutputStream hidden = new ByteArrayOutputStream();
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
        return shown;
    }

    @Override
    public OutputStream hidden() {
        return hidden;
    }

    /** What a log may hear. */
    String shownText() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    /** What it may not. */
    String hiddenText() {
        return hidden.toString(StandardCharsets.UTF_8);
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
