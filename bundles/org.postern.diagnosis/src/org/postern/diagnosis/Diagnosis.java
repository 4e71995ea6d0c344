package org.postern.diagnosis;

import org.postern.diagnosis.internal.Messages;

import java.util.List;
import java.util.Objects;

/**
 * Why a connection failed, or what should be known of one that works, for a person.
 *
 * @param cause stable id out of the documented list ({@code causes.md} in this bundle); the same
 *     for the same situation everywhere
 * @param tried what was tried: host, port, with or without SSL
 * @param seen what came back, as evidence
 * @param meaning what it most likely means, one or two plain sentences
 * @param advice what to do about it, one sentence
 * @param mends changes that can be applied with one click, the likeliest first; may be empty
 * @param evidence what shows it: bytes, certificate, times, and other ways that were tried
 */
public record Diagnosis(
        String cause,
        String tried,
        String seen,
        String meaning,
        String advice,
        List<Mend> mends,
        List<Evidence> evidence) {

    public Diagnosis {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(tried, "tried");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(advice, "advice");
        mends = List.copyOf(mends);
        evidence = List.copyOf(evidence);
    }

    /**
     * The meaning in a few words, for where there is little room; the whole of it where the cause
     * is none of the list, such as that of a rule from elsewhere.
     */
    public String brief() {
        return Messages.find(cause + ".brief").orElse(meaning);
    }
}
