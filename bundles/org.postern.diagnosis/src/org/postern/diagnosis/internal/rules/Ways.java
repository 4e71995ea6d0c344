package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Step;
import org.postern.diagnosis.Sibling;

/** What other ways to a server tell. */
final class Ways {

    private Ways() {}

    /** Whether there is SSL at the end of it, even if something else is wrong with it. */
    static boolean sslAnswers(Sibling sibling) {
        return switch (sibling.outcome()) {
            case Sibling.Outcome.Works works -> true;
            case Sibling.Outcome.Unknown unknown -> false;
            case Sibling.Outcome.Fails fails ->
                    fails.failure() instanceof Failure.CertificateRejected
                            || fails.failure() instanceof Failure.ClientCertificateRefused
                            || fails.failure() instanceof Failure.MechanismMissing
                            || fails.failure() instanceof Failure.LoginNotBound
                            || fails.failure() instanceof Failure.LoginDisabled;
        };
    }

    /** Whether anybody is at the end of it, whatever he says. */
    static boolean answers(Sibling sibling) {
        return switch (sibling.outcome()) {
            case Sibling.Outcome.Works works -> true;
            case Sibling.Outcome.Unknown unknown -> false;
            case Sibling.Outcome.Fails fails -> !isSilence(fails.failure());
        };
    }

    private static boolean isSilence(Failure failure) {
        return switch (failure) {
            case Failure.Refused f -> true;
            case Failure.Unreachable f -> true;
            case Failure.TimedOut f -> f.step() == Step.CONNECT;
            default -> false;
        };
    }
}
