package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Names;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/**
 * SSL asked for, clear text answered. Whether the server has SSL elsewhere decides what it means;
 * before anybody looked, the port that was tried gives a hint.
 */
public final class ClearTextRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.ClearTextOnTlsPort.class).map(f -> found(facts, f));
    }

    private static Finding found(Facts facts, Failure.ClearTextOnTlsPort f) {
        Mends mends = facts.mends();
        String cause = hasSsl(facts) ? "ssl-on-clear-text-port" : "no-ssl-on-port";
        return Words.of(cause, Names.of(f.speaks()), f.said())
                .seenAs(f.said().isEmpty() ? "clear-text.seen.nothing" : "clear-text.seen")
                .finding(facts, mends.useDefaultPort(), mends.startTls(), mends.untickSsl());
    }

    private static boolean hasSsl(Facts facts) {
        return facts.surveyed()
                ? facts.siblings().stream()
                        .anyMatch(each -> each.security() == Security.TLS && Ways.sslAnswers(each))
                : facts.mends().portOfTwin();
    }
}
