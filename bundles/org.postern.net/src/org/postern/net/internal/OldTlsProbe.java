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
 * Asks a peer that broke off a handshake what it would have gone on with: a TLS that is too old, or
 * a cipher that is too weak. One more connection, on which an old client's first message is sent,
 * after the clear lines of STARTTLS where that was asked for, and nothing that follows.
 */
final class OldTlsProbe {

    /** Of a ServerHello: so far its cipher always stands. */
    private static final int ENOUGH = 128;

    private final ConnectRequest request;
    private final IProgressMonitor monitor;

    OldTlsProbe(ConnectRequest request, IProgressMonitor monitor) {
        this.request = request;
        this.monitor = monitor;
    }

    /**
     * For a peer that hung up without a word.
     *
     * @return empty when it is not the version
     */
    Optional<Failure> afterSilence(Dialling dialling, List<InetAddress> addresses) {
        return run(dialling, addresses, OldHello.version11()).flatMap(this::onlyOld);
    }

    /**
     * For a peer that has no cipher in common with us.
     *
     * @return empty when it has none in common with an old client either
     */
    Optional<Failure> afterRefusal(Dialling dialling, List<InetAddress> addresses) {
        return run(dialling, addresses, OldHello.version12()).flatMap(this::weak);
    }

    private Optional<TlsHello> run(
            Dialling dialling, List<InetAddress> addresses, byte[] question) {
        try {
            TapSocket socket = dialling.run(addresses);
            try {
                Stage stage = new Stage(request.endpoint(), Step.HANDSHAKE, limit(), monitor);
                return Optional.of(stage.run(socket, () -> ask(socket, question)));
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

    private TlsHello ask(TapSocket socket, byte[] question) throws IOException, MailException {
        if (request.security() == Security.STARTTLS) {
            upgrade(socket);
        }
        socket.expectTls();
        socket.getOutputStream().write(question);
        byte[] header = socket.getInputStream().readNBytes(TlsRecord.HEADER);
        socket.getInputStream().readNBytes(Math.min(TlsRecord.length(header), ENOUGH));
        return new TlsHello(socket.first().toArray());
    }

    private void upgrade(TapSocket socket) throws IOException, MailException {
        LineReader lines = new LineReader(request.endpoint(), socket.getInputStream());
        new Greeting(request.endpoint(), request.dialect(), lines).readInClear();
        Dialect.Upgrade upgrade = request.dialect().upgrade().orElseThrow();
        new StartTls(request.endpoint(), upgrade, lines, socket.getOutputStream()).run();
    }

    private Optional<Failure> onlyOld(TlsHello answer) {
        return answer.onlyOld().map(this::tooOld);
    }

    private Optional<Failure> weak(TlsHello answer) {
        Optional<Failure> old = answer.tooOld().map(this::tooOld);
        return old.or(() -> answer.cipher().map(this::weakCipher));
    }

    private Failure tooOld(String version) {
        return new Failure.TlsTooOld(request.endpoint(), version);
    }

    private Failure weakCipher(OldCipher cipher) {
        return new Failure.NoCommonCipher(request.endpoint(), cipher.name());
    }
}
