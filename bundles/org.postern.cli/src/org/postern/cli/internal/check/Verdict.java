package org.postern.cli.internal.check;

import org.postern.cli.ExitCode;
import org.postern.cli.internal.Weakness;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.RungResult;

import java.util.List;
import java.util.Optional;

/**
 * What a check comes to.
 *
 * @param exit one of {@link ExitCode}
 * @param cause the id of the cause; {@code sound} when there is nothing to say
 */
record Verdict(int exit, String cause) {

    private static final String SOUND = "sound";
    private static final String RUNG = "works-with-warning";

    static Verdict of(Examination examination) {
        return examination
                .diagnosis()
                .map(failed -> new Verdict(ExitCode.FAILED, failed.cause()))
                .or(() -> warning(examination).map(id -> new Verdict(ExitCode.WARNING, id)))
                .orElse(new Verdict(ExitCode.SOUND, SOUND));
    }

    private static Optional<String> warning(Examination examination) {
        return examination.warnings().stream()
                .map(Diagnosis::cause)
                .findFirst()
                .or(() -> examination.posture().flatMap(Weakness::of))
                .or(() -> warned(examination.rungs()));
    }

    private static Optional<String> warned(List<RungResult> rungs) {
        boolean any = rungs.stream().anyMatch(rung -> rung.state() == RungResult.State.WARNED);
        return any ? Optional.of(RUNG) : Optional.empty();
    }
}
