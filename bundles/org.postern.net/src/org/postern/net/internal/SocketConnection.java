package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Text;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.net.Observation;
import org.postern.net.Posture;
import org.postern.net.internal.log.Transcript;
import org.postern.security.Pins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLSocket;

/**
 * An open connection. With TLS only the protected socket's streams are here; the one below can be
 * closed and nothing else.
 */
final class SocketConnection implements Connection {

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Call call;
    private final Pins pins;
    private final Optional<Secured> tls;
    private final Optional<String> greeting;
    private final Socket socket;
    private final SessionInput source;
    private final LayeredInput inner;
    private final LayeredOutput target;
    private final LoggedInput in;
    private final LoggedOutput out;
    private final LoggedOutput hidden;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Posture posture;
    private boolean compressed;

    static SocketConnection clear(Call call, Pins pins, Posture posture, String greeting)
            throws IOException {
        return new SocketConnection(call, pins, posture, Optional.empty(), Optional.of(greeting));
    }

    /**
     * @param greeting empty when it came in clear
     */
    static SocketConnection shielded(Call call, Pins pins, Secured tls, Optional<String> greeting)
            throws IOException {
        Posture posture =
                tls.posture(
                        call.request().security(),
                        call.admission().forced(),
                        call.admission().warnings());
        return new SocketConnection(call, pins, posture, Optional.of(tls), greeting);
    }

    private SocketConnection(
            Call call, Pins pins, Posture posture, Optional<Secured> tls, Optional<String> greeting)
            throws IOException {
        this.call = call;
        this.pins = pins;
        this.posture = posture;
        this.tls = tls;
        this.greeting = greeting;
        socket = tls.<Socket>map(Secured::socket).orElse(call.socket());
        Duration limit = call.timeouts().read();
        Transcript transcript = call.transcript();
        source = new SessionInput(socket, this::cut, call.budget(), limit, this::objection);
        OutputStream guarded =
                new GuardedOutput(
                        socket.getOutputStream(), this::cut, call.budget(), limit, this::objection);
        inner = new LayeredInput(source);
        target = new LayeredOutput(guarded);
        in = new LoggedInput(inner, transcript);
        out =
                new LoggedOutput(
                        target,
                        (bytes, offset, length) -> {
                            source.said();
                            transcript.sent(bytes, offset, length);
                        });
        hidden = new LoggedOutput(target, transcript::hidden);
        readTimeout(limit);
    }

    /** After STARTTLS there is no greeting: the provider may be the first to hear an objection. */
    private Optional<Failure> objection(IOException e) {
        boolean silent = greeting.isEmpty() && in.count() == 0;
        return tls.flatMap(
                secured ->
                        silent ? secured.silentObjection(peer(), e) : secured.objection(peer(), e));
    }

    private void cut() {
        Sockets.close(call.socket());
    }

    @Override
    public Endpoint peer() {
        return call.peer();
    }

    @Override
    public Posture posture() {
        return posture;
    }

    @Override
    public Optional<String> greeting() {
        return greeting;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public OutputStream hidden() {
        return hidden;
    }

    @Override
    public Command command(String verb) {
        return new MeasuredCommand(
                call.request(), verb, in::count, () -> out.count() + hidden.count());
    }

    @Override
    public void offered(List<String> capabilities) {
        List<String> visible = capabilities.stream().map(Text::visible).toList();
        call.tell(new Observation.Offered(visible));
    }

    @Override
    public void told(String text) {
        if (posture.security().isProtected()) {
            call.tell(new Observation.Told(Text.visible(text)));
        }
    }

    @Override
    public void loggedIn(Login login) {
        posture = posture.after(login);
        remember(login);
        call.budget().end();
        call.transcript().loggedIn();
        call.tell(new Observation.LoggedIn(login));
    }

    /** Who only looks, without a login, leaves no trace: it is not the account's server yet. */
    private void remember(Login login) {
        AccountId account = call.request().account();
        posture.chain().stream()
                .findFirst()
                .ifPresent(leaf -> pins.accepted(account, peer(), leaf));
        if (login.isBoundPassword()) {
            pins.bound(account, peer(), Instant.now());
        }
    }

    @Override
    public boolean compress(byte[] read) {
        if (compressed) {
            throw new IllegalStateException("compressed already");
        }
        compressed = true;
        source.withoutLines();
        inner.inflate(read);
        target.deflate();
        return true;
    }

    @Override
    public Optional<byte[]> channelBinding(String type) {
        return tls.flatMap(secured -> secured.binding().of(type));
    }

    @Override
    public Optional<Instant> boundSince() {
        return pins.boundSince(call.request().account(), peer());
    }

    @Override
    public boolean certified() {
        return socket instanceof SSLSocket tls && tls.getSession().getLocalCertificates() != null;
    }

    @Override
    public void readTimeout(Duration limit) throws IOException {
        socket.setSoTimeout(Sockets.millis(limit));
    }

    @Override
    public Guard guard(IProgressMonitor monitor) {
        return Watchdog.watch(monitor, this::cut);
    }

    /** Saying good-bye may wait for a peer that does not read, but not for long. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (Watch watch = Watchdog.watch(FAREWELL, this::cut)) {
                Sockets.close(socket);
            }
            cut();
            call.transcript().end();
            call.transcript().note("closed");
        }
    }
}
