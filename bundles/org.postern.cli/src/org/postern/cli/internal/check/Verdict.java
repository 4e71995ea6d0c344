package org.postern.cli.internal.check;

import org.postern.cli.ExitCode;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.RungResult;
import org.postern.net.Posture;

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

    /** It works, but mail and password are not for the server alone (RFC 8314 §5). */
    private static final String UNPROTECTED = "works-unprotected";

    private static final String PINNED = "works-by-pin";
    private static final String POLICY = "works-with-policy-warning";
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
                .or(() -> examination.posture().flatMap(Verdict::weakness))
                .or(() -> warned(examination.rungs()));
    }

    private static Optional<String> weakness(Posture posture) {
        return switch (posture.trust()) {
            case NONE -> Optional.of(UNPROTECTED);
            case PIN -> Optional.of(PINNED);
            case AUTHORITY -> posture.warnings().isEmpty() ? Optional.empty() : Optional.of(POLICY);
        };
    }

    private static Optional<String> warned(List<RungResult> rungs) {
        boolean any = rungs.stream().anyMatch(rung -> rung.state() == RungResult.State.WARNED);
        return any ? Optional.of(RUNG) : Optional.empty();
    }
}
