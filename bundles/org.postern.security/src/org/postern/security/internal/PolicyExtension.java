package org.postern.security.internal;

import org.postern.security.Contribution;

import java.util.Optional;

/**
 * A policy as its extension declares it.
 *
 * @param id of the extension's element; the contributing bundle's name where it has none
 * @param label for people; the id where there is none
 * @param priority higher is asked first
 * @param policy empty when it could not be loaded
 */
public record PolicyExtension<P>(String id, String label, int priority, Optional<P> policy) {

    public Contribution<P> contribution(P behaviour) {
        return new Contribution<>(id, label, behaviour);
    }
}
