package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The clear part of STARTTLS went wrong. A server that did TLS at this port before does not forget
 * how: then somebody in between took the offer out.
 */
public final class StartTlsRule implements Rule {

    /** A refusal as the protocols know it (RFC 9051 §6.2.1, RFC 2595 §4). */
    private static final Pattern REFUSAL =
            Pattern.compile("(?i)(\\S+ (NO|BAD)|-ERR)( .*)?", Pattern.DOTALL);

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(failure -> found(facts, failure));
    }

    private static Optional<Finding> found(Facts facts, Failure failure) {
        return switch (failure) {
            case Failure.StartTlsMissing f -> Optional.of(missing(facts));
            case Failure.StartTlsRefused f -> Optional.of(refused(facts, f.said()));
            case Failure.InjectedBeforeTls f ->
                    Optional.of(
                            Words.of("starttls-injection", Integer.toString(f.bytes()))
                                    .finding(facts, facts.mends().tickSsl()));
            case Failure.PreAuthenticated f ->
                    Optional.of(Words.of("preauth").finding(facts, facts.mends().tickSsl()));
            default -> Optional.empty();
        };
    }

    private static Finding missing(Facts facts) {
        String cause = facts.metBefore() ? "starttls-stripped" : "starttls-missing";
        return Words.of(cause).finding(facts, facts.mends().tickSsl());
    }

    private static Finding refused(Facts facts, String said) {
        boolean plainly = !said.startsWith("*") && REFUSAL.matcher(said).matches();
        return Words.of(plainly ? "starttls-refused" : "starttls-garbled", said)
                .finding(facts, facts.mends().tickSsl());
    }
}
