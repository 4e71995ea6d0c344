package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mend;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** Somebody was waited for in vain. */
public final class SilenceRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.TimedOut.class).flatMap(late -> found(facts, late));
    }

    private static Optional<Finding> found(Facts facts, Failure.TimedOut late) {
        Mends mends = facts.mends();
        String seconds = Seconds.of(late.after());
        return switch (late.step()) {
            case RESOLVE -> Optional.empty();
            case CONNECT -> found(facts, "time-out", seconds, mends.useDefaultPort());
            case HANDSHAKE ->
                    found(
                            facts,
                            "handshake-time-out",
                            seconds,
                            mends.useDefaultPort(),
                            mends.startTls(),
                            mends.untickSsl());
            case GREETING ->
                    found(facts, "silent-server", seconds, mends.useDefaultPort(), mends.tickSsl());
            case STARTTLS -> found(facts, "starttls-time-out", seconds, mends.tickSsl());
            case LOGIN, MAIL -> Optional.of(Words.of("answer-time-out", seconds).finding());
        };
    }

    @SafeVarargs
    private static Optional<Finding> found(
            Facts facts, String cause, String seconds, Optional<Mend>... mends) {
        return Optional.of(Words.of(cause, seconds).finding(facts, mends));
    }
}
