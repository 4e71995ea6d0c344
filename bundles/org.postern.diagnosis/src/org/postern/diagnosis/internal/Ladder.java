package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.net.Observation;
import org.postern.security.CertificateReport;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Climbs as things are seen. Used by one thread at a time. */
final class Ladder {

    private final RungBoard board;

    /**
     * @param listener hears every change of a rung
     */
    Ladder(Consumer<RungResult> listener) {
        board = new RungBoard(listener);
    }

    List<RungResult> results() {
        return board.results();
    }

    /** Something is about to be tried. */
    void begin() {
        board.run(Rung.NAME);
    }

    void seen(Observation seen) {
        switch (seen) {
            case Observation.Resolved s -> {
                board.pass(Rung.NAME, s.took(), Evidences.of(s));
                board.run(Rung.ADDRESS);
            }
            case Observation.Dialled s -> dialled(s);
            case Observation.Heard s -> heard(s);
            case Observation.Judged s -> judged(s);
            case Observation.Negotiated s -> board.pass(Rung.TLS, s.took(), Evidences.of(s));
            case Observation.Greeted s -> {
                board.pass(Rung.FIRST_BYTES, List.of());
                board.passNow(Rung.PROTOCOL, Evidences.of(s));
                board.run(Rung.CAPABILITIES);
            }
            case Observation.Offered s -> {
                board.pass(Rung.PROTOCOL, List.of());
                board.passNow(Rung.CAPABILITIES, Evidences.of(s));
            }
            case Observation.Told s -> {
                // Words for a person say nothing of how far one came.
            }
            case Observation.LoggedIn s -> board.passNow(Rung.LOGIN, Evidences.of(s));
        }
    }

    /** Somebody who refuses is there; an address that nobody answers at should be known. */
    private void dialled(Observation.Dialled seen) {
        List<Evidence> evidence = Evidences.of(seen);
        if (seen.failure().isEmpty()) {
            board.pass(Rung.NAME, List.of());
            board.pass(Rung.ADDRESS, evidence);
            board.pass(Rung.TCP, seen.took(), evidence);
            board.run(Rung.FIRST_BYTES);
        } else if (seen.failure().get() instanceof Failure.Refused) {
            board.run(Rung.TCP, evidence);
        } else {
            board.warn(Rung.ADDRESS, "", evidence);
        }
    }

    private void heard(Observation.Heard seen) {
        if (seen.speaks() != Speaks.NOTHING) {
            board.passNow(Rung.FIRST_BYTES, Evidences.of(seen));
        }
        board.run(seen.speaks() == Speaks.TLS ? Rung.TLS : Rung.PROTOCOL);
    }

    private void judged(Observation.Judged seen) {
        judged(Rung.CHAIN, seen, Evidences.of(seen));
        judged(Rung.IDENTITY, seen, Evidences.names(seen));
    }

    /** What a pin excuses is still worth a warning. */
    private void judged(Rung rung, Observation.Judged seen, List<Evidence> evidence) {
        CertificateReport report = seen.report();
        Optional<String> wrong = first(rung, report.findings());
        Optional<String> excused = first(rung, report.excused());
        if (wrong.isPresent()) {
            board.fail(rung, wrong.get(), evidence);
        } else if (excused.isPresent()) {
            board.warn(rung, excused.get(), evidence);
        } else {
            board.pass(rung, evidence);
        }
    }

    private static Optional<String> first(Rung rung, List<CertificateReport.Finding> findings) {
        return findings.stream()
                .filter(finding -> Rungs.of(finding.problem()) == rung)
                .map(CertificateReport.Finding::sentence)
                .findFirst();
    }

    /**
     * It works, as far as it was tried.
     *
     * @param loggedIn whether that was to the end
     */
    void reached(Security security, boolean loggedIn) {
        Stream.of(Rung.values())
                .filter(rung -> Rungs.belongs(rung, security))
                .filter(rung -> loggedIn || rung != Rung.LOGIN)
                .forEach(board::passIfOpen);
        board.settle();
    }

    /**
     * It ended here; what must have held for that did. After the login no rung is left to break.
     */
    void failed(Failure failure, Diagnosis diagnosis, Security security) {
        Optional<Rung> known = Rungs.of(failure, security);
        known.ifPresent(rung -> Rungs.before(rung, failure, security).forEach(board::passIfOpen));
        known.filter(rung -> rung != Rung.LOGIN || board.isOpen(rung))
                .or(() -> known.isPresent() ? Optional.empty() : board.firstOpen())
                .ifPresent(rung -> board.fail(rung, diagnosis.seen(), Evidences.of(failure)));
        board.settle();
    }
}
