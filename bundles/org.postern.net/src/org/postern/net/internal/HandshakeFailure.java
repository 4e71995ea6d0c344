package org.postern.net.internal;

import org.postern.core.CertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.net.internal.JudgingTrustManager.Judged;
import org.postern.security.CertificateReport;
import org.postern.security.Verdict;

import java.io.IOException;
import java.util.Optional;

/** Finds out why a handshake failed, from what was on the wire rather than from messages. */
final class HandshakeFailure {

    private final Endpoint peer;
    private final TapSocket socket;
    private final Handshake handshake;
    private final Admission admission;
    private final boolean upgrading;

    /**
     * @param upgrading whether it follows STARTTLS, where clear text is an injection
     */
    HandshakeFailure(
            Endpoint peer,
            TapSocket socket,
            Handshake handshake,
            Admission admission,
            boolean upgrading) {
        this.peer = peer;
        this.socket = socket;
        this.handshake = handshake;
        this.admission = admission;
        this.upgrading = upgrading;
    }

    /** Empty when the connection merely ended. */
    Optional<Failure> explain(IOException e) {
        if (socket.sawClearText()) {
            return Optional.of(clearText());
        }
        Optional<Failure> known =
                rejected().or(this::version).or(this::ciphers).or(() -> objection(e));
        if (known.isPresent() || Stage.isEnd(e)) {
            return known;
        }
        return Optional.of(new Failure.HandshakeFailed(peer, Stage.detail(e)));
    }

    private Optional<Failure> objection(IOException e) {
        return new ClientObjection(peer, handshake.presented()).explainSilence(e);
    }

    private Failure clearText() {
        FirstBytes first = socket.first();
        return upgrading
                ? new Failure.InjectedBeforeTls(peer, first.toArray().length)
                : new Failure.ClearTextOnTlsPort(peer, first.speaks(), first.said());
    }

    private Optional<Failure> rejected() {
        return handshake.judged().filter(judged -> !judged.report().accepted()).map(this::rejected);
    }

    private Failure rejected(Judged judged) {
        CertificateReport report = judged.report();
        CertificateProblem problem = report.problem().orElse(CertificateProblem.OTHER);
        return new Failure.CertificateRejected(
                peer, problem, judged.chain(), report.names(), report.detail());
    }

    private TlsHello answer() {
        return new TlsHello(socket.first().toArray());
    }

    private Optional<Failure> ciphers() {
        return answer().refusesCiphers()
                ? Optional.of(new Failure.NoCommonCipher(peer, "handshake_failure"))
                : Optional.empty();
    }

    private Optional<Failure> version() {
        TlsHello hello = answer();
        if (admission.newestTlsOnly() && hello.isBefore13()) {
            return Optional.of(admission.unmet(Verdict.Requirement.TLS_1_3).failure());
        }
        if (hello.refusesVersions()) {
            return Optional.of(new Failure.TlsTooOld(peer, "protocol_version"));
        }
        return hello.tooOld().map(version -> new Failure.TlsTooOld(peer, version));
    }
}
