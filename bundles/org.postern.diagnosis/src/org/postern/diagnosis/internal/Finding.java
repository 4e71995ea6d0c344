package org.postern.diagnosis.internal;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Mend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule found: a cause, which names its texts, and what is filled into them.
 *
 * @param cause the stable id
 * @param seen key of the sentence about what came back
 * @param values for all of its texts, in this order
 * @param mends the likeliest first
 */
public record Finding(String cause, String seen, List<String> values, List<Mend> mends) {

    /** A finding whose texts are named after its cause. */
    static Finding of(String cause, String... values) {
        return new Finding(cause, cause + ".seen", List.of(values), List.of());
    }

    /** The same with the mends that there are. */
    @SafeVarargs
    final Finding with(Optional<Mend>... found) {
        List<Mend> all = Stream.of(found).flatMap(Optional::stream).distinct().toList();
        return new Finding(cause, seen, values, all);
    }

    /** The same with another sentence about what came back. */
    Finding seenAs(String key) {
        return new Finding(cause, key, values, mends);
    }

    /** The diagnosis for a person. */
    public Diagnosis about(Account account, Failure failure, Mends context) {
        Object[] filled = values.toArray();
        return new Diagnosis(
                cause,
                context.tried(failure),
                sentence(Messages.format(seen, filled)),
                Messages.format(cause + ".meaning", filled),
                Messages.format(cause + ".advice", filled),
                mends);
    }

    /** A name that is filled in at the front begins the sentence. */
    private static String sentence(String text) {
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first))
                + text.substring(Character.charCount(first));
    }
}
