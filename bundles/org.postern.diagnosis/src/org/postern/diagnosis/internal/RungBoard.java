package org.postern.diagnosis.internal;

import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.diagnosis.RungResult.State;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of every rung; tells every change. Used by one thread at a time. */
final class RungBoard {

    private final Map<Rung, RungResult> rungs = new EnumMap<>(Rung.class);
    private final Consumer<RungResult> listener;
    private long since = System.nanoTime();

    RungBoard(Consumer<RungResult> listener) {
        this.listener = listener;
        for (Rung rung : Rung.values()) {
            rungs.put(rung, RungResult.skipped(rung));
        }
    }

    List<RungResult> results() {
        return List.copyOf(rungs.values());
    }

    /** Whether nothing is known yet. */
    boolean isOpen(Rung rung) {
        State state = rungs.get(rung).state();
        return state == State.SKIPPED || state == State.RUNNING;
    }

    /** The first of which nothing is known; empty when there is none. */
    Optional<Rung> firstOpen() {
        return rungs.keySet().stream().filter(this::isOpen).findFirst();
    }

    void run(Rung rung) {
        run(rung, List.of());
    }

    void run(Rung rung, List<Evidence> evidence) {
        if (isOpen(rung)) {
            put(new RungResult(rung, State.RUNNING, "", evidence, Duration.ZERO));
        }
    }

    /** Holds; took no time of its own. */
    void pass(Rung rung, List<Evidence> evidence) {
        pass(rung, Duration.ZERO, evidence);
    }

    /** Holds; took the time since the last one that did so. */
    void passNow(Rung rung, List<Evidence> evidence) {
        pass(rung, passed(), evidence);
    }

    /** What is known of a rung is added to; a cross or a warning stays. */
    void pass(Rung rung, Duration took, List<Evidence> evidence) {
        State before = rungs.get(rung).state();
        boolean kept = before == State.FAILED || before == State.WARNED;
        add(rung, kept ? before : State.PASSED, rungs.get(rung).sentence(), evidence, took);
    }

    void passIfOpen(Rung rung) {
        if (isOpen(rung)) {
            pass(rung, List.of());
        }
    }

    void warn(Rung rung, String sentence, List<Evidence> evidence) {
        add(rung, State.WARNED, sentence, evidence, Duration.ZERO);
    }

    void fail(Rung rung, String sentence, List<Evidence> evidence) {
        add(rung, State.FAILED, sentence, evidence, passed());
    }

    /** What was being looked at is looked at no more. */
    void settle() {
        for (RungResult each : results()) {
            if (each.state() == State.RUNNING) {
                put(RungResult.skipped(each.rung()));
            }
        }
    }

    private Duration passed() {
        long now = System.nanoTime();
        Duration took = Duration.ofNanos(now - since);
        since = now;
        return took;
    }

    private void add(
            Rung rung, State state, String sentence, List<Evidence> evidence, Duration took) {
        RungResult before = rungs.get(rung);
        List<Evidence> all = Evidences.joined(before.evidence(), evidence);
        put(new RungResult(rung, state, sentence, all, before.took().plus(took)));
    }

    private void put(RungResult result) {
        RungResult before = rungs.put(result.rung(), result);
        if (!result.equals(before)) {
            listener.accept(result);
        }
    }
}
