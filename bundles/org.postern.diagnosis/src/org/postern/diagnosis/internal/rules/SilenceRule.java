package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** Somebody was waited for in vain. */
public final class SilenceRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.TimedOut.class).flatMap(late -> judge(facts, late));
    }

    private static Optional<Finding> judge(Facts facts, Failure.TimedOut late) {
        Mends mends = facts.mends();
        String seconds = Seconds.of(late.after());
        Finding found =
                switch (late.step()) {
                    case RESOLVE -> null;
                    case CONNECT ->
                            Words.of("time-out", seconds).finding(facts, mends.useDefaultPort());
                    case HANDSHAKE ->
                            Words.of("handshake-time-out", seconds)
                                    .finding(
                                            facts,
                                            mends.useDefaultPort(),
                                            mends.startTls(),
                                            mends.untickSsl());
                    case GREETING ->
                            Words.of("silent-server", seconds)
                                    .finding(facts, mends.useDefaultPort(), mends.tickSsl());
                    case STARTTLS ->
                            Words.of("starttls-time-out", seconds).finding(facts, mends.tickSsl());
                    case LOGIN, MAIL -> Words.of("answer-time-out", seconds).finding();
                };
        return Optional.ofNullable(found);
    }
}
