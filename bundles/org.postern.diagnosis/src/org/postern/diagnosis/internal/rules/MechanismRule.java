package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** There is no way to log in that both sides accept. */
public final class MechanismRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(failure -> found(facts, failure));
    }

    private static Optional<Finding> found(Facts facts, Failure failure) {
        return switch (failure) {
            case Failure.LoginDisabled f -> Optional.of(disabled(facts, f.said()));
            case Failure.MechanismMissing f ->
                    Optional.of(
                            Words.of("mechanism-missing", String.join(" ", f.offered()))
                                    .seenAs(
                                            f.offered().isEmpty()
                                                    ? "mechanism-missing.seen.none"
                                                    : "mechanism-missing.seen")
                                    .finding());
            case Failure.ServerNotProven f ->
                    Optional.of(Words.of("server-not-proven", f.detail()).finding());
            case Failure.LoginNotBound f -> Optional.of(notBound(f).finding());
            default -> Optional.empty();
        };
    }

    /** Nothing to click: the only way out is to give up a protection, and that is never offered. */
    private static Words notBound(Failure.LoginNotBound f) {
        String said = f.said();
        return switch (f.problem()) {
            case NOT_OFFERED ->
                    Words.of("binding-missing", said)
                            .seenAs(
                                    said.isEmpty()
                                            ? "mechanism-missing.seen.none"
                                            : "mechanism-missing.seen");
            case UNABLE -> Words.of("binding-unable", said);
            case REFUSED -> refused("binding-refused", said);
            case DIFFERS -> refused("binding-differs", said);
            case STRIPPED -> refused("binding-stripped", said);
        };
    }

    private static Words refused(String cause, String said) {
        return Words.of(cause, said).seenAs(said.isEmpty() ? "login.seen.silent" : "login.seen");
    }

    /** Servers switch the login off in clear connections; SSL is then what they want. */
    private static Finding disabled(Facts facts, String said) {
        Mends mends = facts.mends();
        boolean clear = mends.security() == Security.NONE;
        return Words.of(clear ? "login-needs-ssl" : "login-disabled", said)
                .seenAs(said.isEmpty() ? "login.seen.silent" : "login.seen")
                .finding(facts, mends.tickSsl(), mends.startTls().filter(mend -> clear));
    }
}
