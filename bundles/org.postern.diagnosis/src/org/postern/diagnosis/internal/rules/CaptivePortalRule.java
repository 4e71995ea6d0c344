package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Speaks;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.Sibling;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The network wants a sign-in before it lets anything through (RFC 6585 §6): a web server that
 * sends people elsewhere stands in the place of the mail server, most often on every port.
 */
public final class CaptivePortalRule implements Rule {

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?s)HTTP/\\d\\S* (30[1-38]|511)\\b.*");

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure()
                .flatMap(CaptivePortalRule::web)
                .filter(said -> ELSEWHERE.matcher(said).matches() || isEverywhere(facts))
                .map(said -> Words.of("captive-portal", said).finding());
    }

    private static Optional<String> web(Failure failure) {
        return switch (failure) {
            case Failure.ClearTextOnTlsPort f when f.speaks() == Speaks.HTTP ->
                    Optional.of(f.said());
            case Failure.OtherProtocol f when f.speaks() == Speaks.HTTP -> Optional.of(f.said());
            default -> Optional.empty();
        };
    }

    /** Web servers on all ports of mail: nobody sets up a machine like that. */
    private static boolean isEverywhere(Facts facts) {
        return facts.siblings().stream().map(Sibling::endpoint).distinct().count() > 1
                && facts.siblings().stream().allMatch(CaptivePortalRule::isWeb);
    }

    private static boolean isWeb(Sibling sibling) {
        return sibling.outcome() instanceof Sibling.Outcome.Fails fails
                && web(fails.failure()).isPresent();
    }
}
