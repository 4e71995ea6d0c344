package org.postern.net.internal;

import org.postern.core.Security;
import org.postern.net.Posture;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A finished handshake.
 *
 * @param socket its streams are protected; closing it closes the one below
 * @param chain the certificates that were accepted
 */
record Secured(SSLSocket socket, List<X509Certificate> chain) {

    Posture posture(Security security, List<String> warnings) {
        SSLSession session = socket.getSession();
        return new Posture(
                security,
                Optional.of(session.getProtocol()),
                Optional.of(session.getCipherSuite()),
                chain,
                Posture.Trust.AUTHORITY,
                Optional.empty(),
                List.of(),
                warnings);
    }
}
