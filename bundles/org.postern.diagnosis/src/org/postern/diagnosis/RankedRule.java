package org.postern.diagnosis;

import java.util.Objects;

/**
 * A rule with the name and the place that it was installed under.
 *
 * @param id for reports; not blank
 * @param rank lower is asked first; Postern's own rules have ranks from 1000 on
 * @param rule the behaviour
 */
public record RankedRule(String id, int rank, Rule rule) {

    public RankedRule {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a rule without an id");
        }
        Objects.requireNonNull(rule, "rule");
    }
}
