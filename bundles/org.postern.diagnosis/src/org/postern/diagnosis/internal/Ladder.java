package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.diagnosis.RungResult.State;
import org.postern.net.Observation;
import org.postern.security.CertificateReport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Climbs as things are seen, and tells every change of a rung. Used by one thread at a time. */
final class Ladder {

    private final Map<Rung, RungResult> rungs = new EnumMap<>(Rung.class);
    private final Consumer<RungResult> listener;
    private long since = System.nanoTime();

    Ladder(Consumer<RungResult> listener) {
        this.listener = listener;
        for (Rung rung : Rung.values()) {
            rungs.put(rung, RungResult.skipped(rung));
        }
    }

    /** Something is about to be tried. */
    void begin() {
        run(Rung.NAME);
    }

    void seen(Observation seen) {
        switch (seen) {
            case Observation.Resolved s -> {
                pass(Rung.NAME, s.took(), Evidences.of(s));
                run(Rung.ADDRESS);
            }
            case Observation.Dialled s when s.failure().isEmpty() -> {
                pass(Rung.NAME, Duration.ZERO, List.of());
                pass(Rung.ADDRESS, Duration.ZERO, Evidences.of(s));
                pass(Rung.TCP, s.took(), Evidences.of(s));
                run(Rung.FIRST_BYTES);
            }
            case Observation.Dialled s -> lost(s);
            case Observation.Heard s -> heard(s);
            case Observation.Judged s -> judged(s);
            case Observation.Negotiated s -> pass(Rung.TLS, s.took(), Evidences.of(s));
            case Observation.Greeted s -> {
                pass(Rung.FIRST_BYTES, passed(), List.of());
                pass(Rung.PROTOCOL, passed(), Evidences.of(s));
                run(Rung.CAPABILITIES);
            }
            case Observation.Offered s -> {
                pass(Rung.PROTOCOL, Duration.ZERO, List.of());
                pass(Rung.CAPABILITIES, passed(), Evidences.of(s));
            }
            case Observation.LoggedIn s -> pass(Rung.LOGIN, passed(), Evidences.of(s));
        }
    }

    /** Somebody who refuses is there; an address that nobody answers at should be known. */
    private void lost(Observation.Dialled seen) {
        boolean there = seen.failure().filter(Failure.Refused.class::isInstance).isPresent();
        List<Evidence> evidence = Evidences.of(seen);
        if (!there) {
            put(new RungResult(Rung.ADDRESS, State.WARNED, "", evidence, seen.took()));
        } else if (open(Rung.TCP)) {
            put(new RungResult(Rung.TCP, State.RUNNING, "", evidence, seen.took()));
        }
    }

    private void heard(Observation.Heard seen) {
        if (seen.speaks() != Speaks.NOTHING) {
            pass(Rung.FIRST_BYTES, passed(), Evidences.of(seen));
        }
        if (seen.speaks() == Speaks.TLS) {
            run(Rung.TLS);
        } else {
            run(Rung.PROTOCOL);
        }
    }

    private void judged(Observation.Judged seen) {
        List<Evidence> evidence = Evidences.of(seen);
        for (Rung rung : List.of(Rung.CHAIN, Rung.IDENTITY)) {
            List<CertificateReport.Finding> wrong =
                    seen.report().findings().stream()
                            .filter(finding -> Rungs.of(finding.problem()) == rung)
                            .toList();
            if (wrong.isEmpty()) {
                pass(rung, Duration.ZERO, rung == Rung.CHAIN ? evidence : Evidences.names(seen));
            } else {
                String sentence = wrong.getFirst().sentence();
                put(new RungResult(rung, State.FAILED, sentence, evidence, Duration.ZERO));
            }
        }
    }

    /**
     * It works, as far as it was tried.
     *
     * @param loggedIn whether that was to the end
     */
    void reached(Security security, boolean loggedIn) {
        for (Rung rung : Rung.values()) {
            boolean tried = Rungs.belongs(rung, security) && (loggedIn || rung != Rung.LOGIN);
            if (tried && open(rung)) {
                pass(rung, Duration.ZERO, List.of());
            }
        }
        settle();
    }

    /** It ended here; all rungs before the one that broke held. */
    void failed(Failure failure, Diagnosis diagnosis, Security security) {
        Optional<Rung> known = Rungs.of(failure, security);
        Rung broken = known.orElseGet(this::firstOpen);
        if (known.isPresent()) {
            for (Rung rung : Rungs.before(broken, failure, security)) {
                if (open(rung)) {
                    pass(rung, Duration.ZERO, List.of());
                }
            }
        }
        String sentence = diagnosis.seen();
        put(new RungResult(broken, State.FAILED, sentence, diagnosis.evidence(), passed()));
        settle();
    }

    /** What was being looked at is looked at no more. */
    private void settle() {
        for (Rung rung : Rung.values()) {
            if (rungs.get(rung).state() == State.RUNNING) {
                put(RungResult.skipped(rung));
            }
        }
    }

    List<RungResult> results() {
        return List.copyOf(rungs.values());
    }

    private boolean open(Rung rung) {
        State state = rungs.get(rung).state();
        return state == State.SKIPPED || state == State.RUNNING;
    }

    private Rung firstOpen() {
        return rungs.values().stream()
                .filter(result -> open(result.rung()))
                .findFirst()
                .map(RungResult::rung)
                .orElse(Rung.LOGIN);
    }

    private Duration passed() {
        long now = System.nanoTime();
        Duration took = Duration.ofNanos(now - since);
        since = now;
        return took;
    }

    private void run(Rung rung) {
        if (open(rung)) {
            put(new RungResult(rung, State.RUNNING, "", List.of(), Duration.ZERO));
        }
    }

    /** What is known of a rung is added to; a cross or a warning stays. */
    private void pass(Rung rung, Duration took, List<Evidence> evidence) {
        RungResult before = rungs.get(rung);
        boolean kept = before.state() == State.FAILED || before.state() == State.WARNED;
        State state = kept ? before.state() : State.PASSED;
        List<Evidence> all = Evidences.joined(before.evidence(), evidence);
        put(new RungResult(rung, state, before.sentence(), all, before.took().plus(took)));
    }

    private void put(RungResult result) {
        RungResult before = rungs.put(result.rung(), result);
        if (!result.equals(before)) {
            listener.accept(result);
        }
    }
}
