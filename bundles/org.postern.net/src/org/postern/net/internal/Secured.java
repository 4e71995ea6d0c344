package org.postern.net.internal;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.net.Observation;
import org.postern.net.Posture;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A finished handshake.
 *
 * @param socket its streams are protected; closing it closes the one below
 * @param chain the certificates that were accepted
 * @param trust why
 * @param presented what the server asked of us
 */
record Secured(
        SSLSocket socket,
        List<X509Certificate> chain,
        Posture.Trust trust,
        PresentedIdentity presented) {

    /** What the server has against us, if that is why a read failed. */
    Optional<Failure> objection(Endpoint peer, IOException e) {
        return new ClientObjection(peer, presented).explain(e);
    }

    /** The same when the server has said nothing yet. */
    Optional<Failure> silentObjection(Endpoint peer, IOException e) {
        return new ClientObjection(peer, presented).explainSilence(e);
    }

    ChannelBinding binding() {
        return new ChannelBinding(socket.getSession(), chain.getFirst());
    }

    Observation.Negotiated negotiated(Duration took) {
        SSLSession session = socket.getSession();
        return new Observation.Negotiated(session.getProtocol(), session.getCipherSuite(), took);
    }

    Posture posture(Security security, List<String> forced, List<String> warnings) {
        SSLSession session = socket.getSession();
        return new Posture(
                security,
                Optional.of(session.getProtocol()),
                Optional.of(session.getCipherSuite()),
                chain,
                trust,
                presented.shown(),
                Optional.empty(),
                forced,
                warnings);
    }
}
