package org.postern.net.internal;

import org.postern.core.Security;
import org.postern.net.Observation;
import org.postern.net.Posture;

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
 */
record Secured(SSLSocket socket, List<X509Certificate> chain, Posture.Trust trust) {

    Observation negotiated(Duration took) {
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
                Optional.empty(),
                forced,
                warnings);
    }
}
