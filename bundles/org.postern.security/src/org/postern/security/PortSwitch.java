package org.postern.security;

import org.postern.core.Port;

import java.util.Objects;
import java.util.Optional;

/**
 * The user switched the security of an account; what becomes of its port?
 *
 * @param present what stands in the port field; empty when nothing does
 * @param from the mode that was left
 * @param fromDefault the default port of that mode, as the policies answer it
 * @param to the mode that was chosen
 * @param toDefault the default port of that mode, as the policies answer it
 */
public record PortSwitch(
        Optional<Port> present,
        PortQuestion from,
        Optional<Port> fromDefault,
        PortQuestion to,
        Optional<Port> toDefault) {

    public PortSwitch {
        Objects.requireNonNull(present, "present");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(fromDefault, "fromDefault");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(toDefault, "toDefault");
    }
}
