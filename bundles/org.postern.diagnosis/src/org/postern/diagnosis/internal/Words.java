package org.postern.diagnosis.internal;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mend;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Sibling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts of one of our own causes, which are named after it.
 *
 * @param cause the stable id
 * @param seen key of the sentence about what came back
 * @param values filled into all of its texts, in this order
 */
public record Words(String cause, String seen, List<String> values) {

    /** The texts that are named after the cause. */
    public static Words of(String cause, String... values) {
        return new Words(cause, cause + ".seen", List.of(values));
    }

    /** The same with another sentence about what came back. */
    public Words seenAs(String key) {
        return new Words(cause, key, values);
    }

    /** The finding, with nothing to click. */
    public Finding finding() {
        Object[] filled = values.toArray();
        return Finding.of(
                cause,
                sentence(Messages.format(seen, filled)),
                Messages.format(cause + ".meaning", filled),
                Messages.format(cause + ".advice", filled));
    }

    /**
     * The finding with what most likely helps. Once other ways were tried, guesses give way to
     * those that work; one with less protection only if the rule would have offered it as well.
     */
    @SafeVarargs
    public final Finding finding(Facts facts, Optional<Mend>... guesses) {
        List<Mend> all = Stream.of(guesses).flatMap(Optional::stream).distinct().toList();
        boolean less = all.stream().anyMatch(Mend::lessProtected);
        return finding().with(facts.surveyed() ? proven(facts, less) : all);
    }

    private static List<Mend> proven(Facts facts, boolean less) {
        Mends mends = facts.mends();
        return facts.siblings().stream()
                .filter(Sibling::works)
                .map(mends::proven)
                .filter(mend -> less || !mend.lessProtected())
                .sorted(Comparator.comparing(Mend::lessProtected))
                .toList();
    }

    /** A name that is filled in at the front begins the sentence. */
    private static String sentence(String text) {
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first))
                + text.substring(Character.charCount(first));
    }
}
