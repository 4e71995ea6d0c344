package org.postern.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a rule found, in words for a person.
 *
 * @param cause stable id; a third party's begins with the name of its bundle
 * @param seen what came back, one sentence
 * @param meaning what it means, one or two sentences
 * @param advice what to do about it, one sentence
 * @param mends the likeliest first; may be empty
 * @param evidence of this rule's own; what was seen on the way is added by itself
 */
public record Finding(
        String cause,
        String seen,
        String meaning,
        String advice,
        List<Mend> mends,
        List<Evidence> evidence) {

    public Finding {
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(advice, "advice");
        if (cause.isBlank()) {
            throw new IllegalArgumentException("a finding without a cause");
        }
        mends = List.copyOf(mends);
        evidence = List.copyOf(evidence);
    }

    /** A finding that nothing can be done about with a click. */
    public static Finding of(String cause, String seen, String meaning, String advice) {
        return new Finding(cause, seen, meaning, advice, List.of(), List.of());
    }

    /** The same with these mends instead. */
    public Finding with(List<Mend> changes) {
        return new Finding(cause, seen, meaning, advice, changes, evidence);
    }

    /** The same with one more thing that was seen. */
    public Finding with(Evidence more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(more);
        return new Finding(cause, seen, meaning, advice, mends, all);
    }
}
