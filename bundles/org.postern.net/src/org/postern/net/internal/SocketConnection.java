package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;
import org.postern.core.Text;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.net.Observation;
import org.postern.net.Posture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
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

    private final ConnectRequest request;
    private volatile Posture posture;
    private final Optional<String> greeting;
    private final Socket socket;
    private final Runnable cut;
    private final InputStream in;
    private final OutputStream out;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param socket whose streams are used
     * @param below the TCP socket, which is the same without TLS
     */
    SocketConnection(
            ConnectRequest request,
            Posture posture,
            Optional<String> greeting,
            Socket socket,
            Socket below)
            throws IOException {
        this.request = request;
        this.posture = posture;
        this.greeting = greeting;
        this.socket = socket;
        cut = () -> Sockets.close(below);
        in = socket.getInputStream();
        out = new GuardedOutput(socket.getOutputStream(), below, request.timeouts().read());
        readTimeout(request.timeouts().read());
    }

    @Override
    public Endpoint peer() {
        return request.endpoint();
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
    public void offered(List<String> capabilities) {
        request.observer().seen(new Observation.Offered(visible(capabilities)));
    }

    private static List<String> visible(List<String> texts) {
        return texts.stream().map(Text::visible).toList();
    }

    @Override
    public void loggedIn(Login login) {
        posture = posture.after(login);
        request.observer().seen(new Observation.LoggedIn(login));
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
        return Watchdog.watch(monitor, cut);
    }

    /** Saying good-bye may wait for a peer that does not read, but not for long. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (Watch watch = Watchdog.watch(FAREWELL, cut)) {
                Sockets.close(socket);
            }
            cut.run();
        }
    }
}
