package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Speaks;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Names;
import org.postern.diagnosis.internal.Words;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something answers that speaks another protocol than this account. */
public final class StrangerRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(failure -> found(facts, failure));
    }

    private static Optional<Finding> found(Facts facts, Failure failure) {
        return switch (failure) {
            case Failure.OtherProtocol f -> Optional.of(found(facts, f.speaks(), f.said()));
            case Failure.ClearTextOnTlsPort f when isForeign(facts, f.speaks()) ->
                    Optional.of(found(facts, f.speaks(), f.said()));
            default -> Optional.empty();
        };
    }

    private static Finding found(Facts facts, Speaks speaks, String said) {
        return Words.of(cause(speaks), Names.of(speaks), said)
                .seenAs(said.isEmpty() ? "stranger.seen.nothing" : "stranger.seen")
                .finding(facts, facts.mends().useDefaultPort());
    }

    private static String cause(Speaks speaks) {
        return switch (speaks) {
            case IMAP -> "imap-answers";
            case POP3 -> "pop-answers";
            case SMTP -> "smtp-answers";
            case HTTP -> "http-answers";
            case SSH -> "ssh-answers";
            case TLS, SOMETHING_ELSE, NOTHING -> "unknown-protocol";
        };
    }

    /** A protocol that has a name, and it is not the one of this transport's family. */
    private static boolean isForeign(Facts facts, Speaks speaks) {
        String name = speaks.name().toLowerCase(Locale.ROOT);
        return switch (speaks) {
            case TLS, SOMETHING_ELSE, NOTHING -> false;
            case HTTP, SSH, SMTP -> true;
            case IMAP, POP3 ->
                    facts.mends()
                            .transport()
                            .map(transport -> transport.protocol().toLowerCase(Locale.ROOT))
                            .filter(StrangerRule::hasAName)
                            .filter(family -> !name.startsWith(family))
                            .isPresent();
        };
    }

    /** Whether what is spoken can be told from that family at all. */
    private static boolean hasAName(String family) {
        return Stream.of(Speaks.values())
                .anyMatch(each -> each.name().toLowerCase(Locale.ROOT).startsWith(family));
    }
}
