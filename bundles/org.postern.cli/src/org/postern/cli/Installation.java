package org.postern.cli;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.postern.diagnosis.RegistryRules;
import org.postern.diagnosis.RuleReports;
import org.postern.diagnosis.Rules;
import org.postern.security.ConnectionPolicies;
import org.postern.security.PolicyReports;
import org.postern.security.PortPolicies;
import org.postern.security.RegistryPolicies;
import org.postern.transport.RegistryTransports;
import org.postern.transport.Transports;

import java.util.Objects;

/**
 * What is installed, with a window or without: the transports, the policies and the rules of
 * diagnosis of an extension registry. They follow what comes and goes while running.
 *
 * @param transports ways for mail to come in
 * @param ports which port is used
 * @param connections what connections may be made
 * @param rules why a connection failed
 */
public record Installation(
        Transports transports, PortPolicies ports, ConnectionPolicies connections, Rules rules) {

    public Installation {
        Objects.requireNonNull(transports, "transports");
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(rules, "rules");
    }

    /** What that registry has; policies that fail are told to the system's log. */
    public static Installation in(IExtensionRegistry registry) {
        PolicyReports reports = PolicyReports.toLog();
        RegistryPolicies policies = new RegistryPolicies(registry, reports);
        return new Installation(
                new RegistryTransports(registry),
                new PortPolicies(policies::portPolicies, reports),
                new ConnectionPolicies(policies::connectionPolicies, reports),
                new Rules(new RegistryRules(registry, RuleReports.toLog()), RuleReports.toLog()));
    }
}
