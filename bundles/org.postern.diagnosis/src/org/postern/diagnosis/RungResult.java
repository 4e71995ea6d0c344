package org.postern.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a rung holds.
 *
 * @param sentence what was found, for a person; may be empty
 * @param evidence what shows it
 * @param took how long it was looked at; zero when it was not, or when nobody measured
 */
public record RungResult(
        Rung rung, State state, String sentence, List<Evidence> evidence, Duration took) {

    /** How far it came. */
    public enum State {
        PASSED,
        /** It holds, but something about it should be known. */
        WARNED,
        FAILED,
        /** Not looked at: there was no need, or it did not come so far. */
        SKIPPED,
        /** Being looked at now. */
        RUNNING
    }

    public RungResult {
        Objects.requireNonNull(rung, "rung");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(took, "took");
        evidence = List.copyOf(evidence);
    }

    /** A rung that nobody looked at. */
    public static RungResult skipped(Rung rung) {
        return new RungResult(rung, State.SKIPPED, "", List.of(), Duration.ZERO);
    }
}
