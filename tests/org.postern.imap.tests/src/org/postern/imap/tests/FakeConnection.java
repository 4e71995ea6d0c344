package org.postern.imap.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.net.Connection;
import org.postern.net.Login;
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
final class FakeConnection implements Connection {

    private final String greeting;
    private final InputStream in;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ByteArrayOutputStream hidden = new ByteArrayOutputStream();
    private List<String> offered = List.of();
    private Optional<Login> login = Optional.empty();
    private boolean closed;

    FakeConnection(byte[] said) {
        this("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi", said);
    }

    FakeConnection(String greeting, byte[] said) {
        this.greeting = greeting;
        this.in = new ByteArrayInputStream(said);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Endpoint peer() {
        return new Endpoint("localhost", new Port(143));
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
        return shown;
    }

    @Override
    public OutputStream hidden() {
        return hidden;
    }

    /** What a log may hear. */
    String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    /** What it may not. */
    String hiddenText() {
        return hidden.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void offered(List<String> capabilities) {
        offered = capabilities;
    }

    List<String> offered() {
        return offered;
    }

    @Override
    public void loggedIn(Login accepted) {
        login = Optional.of(accepted);
    }

    Optional<Login> login() {
        return login;
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
