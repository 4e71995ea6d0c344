package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.ConnectRequest;
import org.postern.net.Dialect;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks a peer that hung up on a handshake without a word whether it would have gone on with a TLS
 * that is too old: some servers do not say so. One more connection, on which an old client's first
 * message is sent, after the clear lines of STARTTLS where that was asked for, and nothing that
 * follows.
 */
final class OldTlsProbe {

    private final ConnectRequest request;
    private final IProgressMonitor monitor;

    OldTlsProbe(ConnectRequest request, IProgressMonitor monitor) {
        this.request = request;
        this.monitor = monitor;
    }

    /**
     * @return empty when it is not the version
     */
    Optional<Failure> run(Dialling dialling, List<InetAddress> addresses) {
        try {
            TapSocket socket = dialling.run(addresses);
            try {
                Stage stage = new Stage(request.endpoint(), Step.HANDSHAKE, limit(), monitor);
                return stage.run(socket, () -> ask(socket)).map(this::tooOld);
            } finally {
                Sockets.close(socket);
            }
        } catch (MailException e) {
            // The second connection failed; what the first one showed still holds.
            return Optional.empty();
        }
    }

    private Duration limit() {
        return SilenceProbe.limit(request.timeouts());
    }

    private Optional<String> ask(TapSocket socket) throws IOException, MailException {
        if (request.security() == Security.STARTTLS) {
            upgrade(socket);
        }
        socket.expectTls();
        socket.getOutputStream().write(OldHello.bytes());
        socket.getInputStream().readNBytes(TlsHello.DECISIVE);
        return new TlsHello(socket.first().toArray()).onlyOld();
    }

    private void upgrade(TapSocket socket) throws IOException, MailException {
        LineReader lines = new LineReader(request.endpoint(), socket.getInputStream());
        new Greeting(request.endpoint(), request.dialect(), lines).readInClear();
        Dialect.Upgrade upgrade = request.dialect().upgrade().orElseThrow();
        new StartTls(request.endpoint(), upgrade, lines, socket.getOutputStream()).run();
    }

    private Failure tooOld(String version) {
        return new Failure.TlsTooOld(request.endpoint(), version);
    }
}
