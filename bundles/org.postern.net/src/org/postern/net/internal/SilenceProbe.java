package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Speaks;
import org.postern.core.Step;
import org.postern.net.ConnectRequest;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks a peer that stays silent in clear whether it waits for TLS: one more connection, on which
 * nothing but the first message of a handshake is sent. The handshake is never finished, for no
 * certificate is trusted here.
 */
final class SilenceProbe {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final CertificateJudge NOBODY = new CertificateJudge(TrustAnchors::of);

    private final ConnectRequest request;
    private final IProgressMonitor monitor;
    private final ReferenceHost host;

    SilenceProbe(ConnectRequest request, IProgressMonitor monitor, ReferenceHost host) {
        this.request = request;
        this.monitor = monitor;
        this.host = host;
    }

    /**
     * @return what the peer is; empty when it stays silent or has become what it should be
     */
    Optional<Failure> run(Dialling dialling, List<InetAddress> addresses) {
        try {
            TapSocket socket = dialling.run(addresses);
            try {
                startHandshake(socket);
            } finally {
                Sockets.close(socket);
            }
            return explain(socket.first());
        } catch (MailException e) {
            // The second connection failed; what the first one showed still holds.
            return Optional.empty();
        }
    }

    private void startHandshake(TapSocket socket) {
        Handshake handshake =
                new Handshake(socket, host, NOBODY, Optional.empty(), Optional.empty());
        Stage stage =
                new Stage(request.endpoint(), Step.HANDSHAKE, limit(request.timeouts()), monitor);
        try {
            stage.run(socket, () -> handshake.run(request.endpoint().port(), TlsParameters.SAFE));
        } catch (MailException e) {
            // Meant to fail. The bytes that came tell.
            return;
        }
    }

    /** Nobody waits long for an explanation. */
    static Duration limit(Timeouts timeouts) {
        Duration asked = timeouts.handshake();
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    private Optional<Failure> explain(FirstBytes first) {
        Speaks speaks = first.speaks();
        if (speaks == Speaks.TLS) {
            return Optional.of(new Failure.TlsOnClearTextPort(request.endpoint()));
        }
        if (speaks == Speaks.NOTHING || speaks == request.dialect().speaks()) {
            return Optional.empty();
        }
        return Optional.of(
                new Failure.OtherProtocol(
                        request.endpoint(), request.dialect().name(), speaks, first.said()));
    }
}
