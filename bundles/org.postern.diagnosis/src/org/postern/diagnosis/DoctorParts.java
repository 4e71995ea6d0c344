package org.postern.diagnosis;

import org.postern.net.Timeouts;
import org.postern.security.Pins;
import org.postern.security.PortPolicies;
import org.postern.transport.Transports;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * What a Doctor works with. It closes none of it.
 *
 * @param transports that are installed
 * @param ports says which port goes with which protection
 * @param rules turn what was seen into causes
 * @param connecting makes the connections, as the engine would
 * @param pins remember servers that were met before
 * @param timeouts of an examination's own connection
 * @param clock tells what this machine takes for the time
 * @param glance how long each of the other ways to a server may take at every step
 */
public record DoctorParts(
        Transports transports,
        PortPolicies ports,
        Rules rules,
        Connecting connecting,
        Pins pins,
        Timeouts timeouts,
        Clock clock,
        Timeouts glance) {

    private static final Timeouts USUAL_GLANCE = Timeouts.of(Duration.ofSeconds(3));

    public DoctorParts {
        Objects.requireNonNull(transports, "transports");
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(connecting, "connecting");
        Objects.requireNonNull(pins, "pins");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(glance, "glance");
    }

    /** With three seconds for each step of another way. */
    public DoctorParts(
            Transports transports,
            PortPolicies ports,
            Rules rules,
            Connecting connecting,
            Pins pins,
            Timeouts timeouts,
            Clock clock) {
        this(transports, ports, rules, connecting, pins, timeouts, clock, USUAL_GLANCE);
    }
}
