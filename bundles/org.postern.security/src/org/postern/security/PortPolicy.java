package org.postern.security;

import org.postern.core.Port;

import java.util.Optional;

/**
 * A pure function over ports, contributed through the extension point {@code
 * org.postern.security.portPolicies}. Policies are asked in the order of their priority; the first
 * that answers is heard, and the default policy answers last.
 *
 * <p>Called on any thread, also the user interface's; no side effects, no waiting. A policy that
 * throws is passed over and reported.
 */
public interface PortPolicy {

    /** The port that the protocol uses in that mode; empty when this policy has no opinion. */
    Optional<Port> defaultPort(PortQuestion question);

    /**
     * The port after a switch of the security. Most policies leave this to the default one, which
     * replaces an empty port or the default of the mode that was left, and keeps every other.
     *
     * @return empty when this policy has no opinion
     */
    default Optional<Port> afterSwitch(PortSwitch change) {
        return Optional.empty();
    }
}
