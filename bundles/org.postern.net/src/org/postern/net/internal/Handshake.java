package org.postern.net.internal;

import org.postern.core.Port;
import org.postern.security.CertificateJudge;
import org.postern.security.ClientIdentity;
import org.postern.security.ReferenceHost;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Does TLS on a connected socket. Every handshake has a context of its own, so that no session is
 * resumed for another account or under other settings.
 */
final class Handshake {

    private final TapSocket socket;
    private final ReferenceHost host;
    private final JudgingTrustManager trust;
    private final PresentedIdentity presented;

    /**
     * @param pin the one certificate that is accepted, where the user pinned one
     * @param client shown to a server that asks
     */
    Handshake(
            TapSocket socket,
            ReferenceHost host,
            CertificateJudge judge,
            Optional<X509Certificate> pin,
            Optional<ClientIdentity> client) {
        this.socket = socket;
        this.host = host;
        trust = new JudgingTrustManager(judge, host, pin);
        presented = new PresentedIdentity(client);
    }

    /**
     * @return with the handshake done and the certificate accepted; closing it closes the socket
     */
    Secured run(Port port, TlsParameters parameters) throws IOException {
        socket.expectSoundTls();
        SSLSocket layered =
                (SSLSocket)
                        context()
                                .getSocketFactory()
                                .createSocket(socket, host.name(), port.number(), true);
        parameters.applyTo(layered, host);
        layered.startHandshake();
        JudgingTrustManager.Judged accepted = accepted();
        socket.settle();
        return new Secured(layered, accepted.chain(), accepted.trust(), presented);
    }

    /** What the judge decided, if it came so far. */
    Optional<JudgingTrustManager.Judged> judged() {
        return trust.judged();
    }

    /** What the server asked of us. */
    PresentedIdentity presented() {
        return presented;
    }

    /** A handshake without a certificate cannot happen with our ciphers; rely on nobody for it. */
    private JudgingTrustManager.Judged accepted() throws IOException {
        return judged().filter(judged -> judged.report().accepted())
                .orElseThrow(() -> new IOException("TLS without an accepted certificate"));
    }

    private SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {presented}, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java runtime has no TLS", e);
        }
    }
}
