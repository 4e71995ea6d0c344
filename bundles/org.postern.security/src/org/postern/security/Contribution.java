package org.postern.security;

import java.util.Objects;

/**
 * A policy with the name under which it was installed. The name that counts in verdicts and reports
 * is this one, whatever the policy calls itself.
 *
 * @param id unique among the policies of its kind; not blank
 * @param label for people
 * @param policy the behaviour
 * @param <P> {@link PortPolicy} or {@link ConnectionPolicy}
 */
public record Contribution<P>(String id, String label, P policy) {

    public Contribution {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a policy without an id");
        }
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(policy, "policy");
    }

    /** A policy whose label is its id. */
    public static <P> Contribution<P> of(String id, P policy) {
        return new Contribution<>(id, id, policy);
    }
}
