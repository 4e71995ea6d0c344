package org.postern.diagnosis.internal;

import org.postern.diagnosis.Sibling;
import org.postern.net.Observation;

import java.util.List;

/**
 * What was seen around a failure.
 *
 * @param observations on the way
 * @param siblings on other ways
 */
public record Surroundings(List<Observation> observations, List<Sibling> siblings) {

    /** Nobody looked. */
    public static final Surroundings UNSEEN = new Surroundings(List.of(), List.of());

    public Surroundings {
        observations = List.copyOf(observations);
        siblings = List.copyOf(siblings);
    }

    /** The same seen on the way itself, which tells more than what was seen aside. */
    public Surroundings onTheWay(List<Observation> seen) {
        return new Surroundings(seen, siblings);
    }
}
