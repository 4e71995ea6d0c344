package org.postern.security;

/**
 * Judges connections before they are made. Contributed through the extension point {@code
 * org.postern.security.connectionPolicies}. A policy can only tighten: the strictest verdict of all
 * wins, and a policy that throws, denies.
 *
 * <p>Called on the connecting thread, often, by several threads at once; it must answer from
 * memory.
 */
@FunctionalInterface
public interface ConnectionPolicy {

    /**
     * @return never null
     */
    Verdict judge(IntendedConnection connection);
}
