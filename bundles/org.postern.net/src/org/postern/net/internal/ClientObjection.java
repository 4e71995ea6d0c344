package org.postern.net.internal;

import org.postern.core.ClientCertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.security.ClientIdentity;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/**
 * What a server has against the certificate that it asked us for. With TLS 1.3 it says so only when
 * the handshake is over for us (RFC 8446 §6.2), at the first read.
 */
final class ClientObjection {

    private static final String HUNG_UP = "the server hung up on the answer to its request";
    private static final String EXPIRED = "certificate_expired";

    /** Servers do not agree on which alert means what; that they asked before is what counts. */
    private static final Set<String> OBJECTIONS =
            Set.of(
                    EXPIRED,
                    "certificate_required",
                    "handshake_failure",
                    "no_certificate",
                    "bad_certificate",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "certificate_unknown",
                    "unknown_ca",
                    "access_denied",
                    "decrypt_error");

    private final Endpoint peer;
    private final PresentedIdentity presented;

    ClientObjection(Endpoint peer, PresentedIdentity presented) {
        this.peer = peer;
        this.presented = presented;
    }

    /** Empty when that is not what went wrong. */
    Optional<Failure> explain(IOException e) {
        return RemoteAlert.of(e).filter(OBJECTIONS::contains).flatMap(this::refused);
    }

    /**
     * A server that asked and hung up before it said anything meant our answer: its alert is lost
     * when we are still writing (a reset overtakes it).
     */
    Optional<Failure> explainSilence(IOException e) {
        return explain(e).or(() -> Stage.isEnd(e) ? refused(HUNG_UP) : Optional.empty());
    }

    private Optional<Failure> refused(String alert) {
        return presented.wasAsked()
                ? Optional.of(new Failure.ClientCertificateRefused(peer, problem(alert), alert))
                : Optional.empty();
    }

    private ClientCertificateProblem problem(String alert) {
        if (presented.client().isEmpty()) {
            return ClientCertificateProblem.REQUIRED;
        }
        boolean late = presented.client().filter(ClientObjection::isOutOfDate).isPresent();
        return late || alert.equals(EXPIRED)
                ? ClientCertificateProblem.EXPIRED
                : ClientCertificateProblem.REJECTED;
    }

    private static boolean isOutOfDate(ClientIdentity identity) {
        X509Certificate leaf = identity.chain().getFirst();
        try {
            leaf.checkValidity();
            return false;
        } catch (CertificateException e) {
            return true;
        }
    }
}
