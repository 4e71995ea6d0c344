package org.postern.security;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.postern.security.internal.Messages;
import org.postern.security.internal.PolicyExtension;
import org.postern.security.internal.PolicyExtensions;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The policies of an extension registry. It is asked anew each time, so that a plug-in that comes
 * or goes while the program runs counts or no longer counts at once; a policy's object is kept for
 * as long as its extension is there. Thread-safe.
 *
 * <p>A port policy that cannot be loaded is passed over. A connection policy that cannot be loaded
 * denies: somebody installed it to be obeyed.
 */
public final class RegistryPolicies {

    /** The full id of the extension point for {@link PortPolicy}. */
    public static final String PORT_POINT = "org.postern.security.portPolicies";

    /** The full id of the extension point for {@link ConnectionPolicy}. */
    public static final String CONNECTION_POINT = "org.postern.security.connectionPolicies";

    private final PolicyExtensions<PortPolicy> ports;
    private final PolicyExtensions<ConnectionPolicy> connections;

    /**
     * @param reports hears once of each extension that cannot be used as it is
     */
    public RegistryPolicies(IExtensionRegistry registry, PolicyReports reports) {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(reports, "reports");
        ports = new PolicyExtensions<>(registry, PORT_POINT, PortPolicy.class, reports);
        connections =
                new PolicyExtensions<>(registry, CONNECTION_POINT, ConnectionPolicy.class, reports);
    }

    /** Highest priority first, then by id. */
    public List<Contribution<PortPolicy>> portPolicies() {
        return ports.all().stream()
                .filter(extension -> extension.policy().isPresent())
                .sorted(
                        Comparator.<PolicyExtension<PortPolicy>>comparingInt(
                                        PolicyExtension::priority)
                                .reversed()
                                .thenComparing(PolicyExtension::id))
                .map(extension -> extension.contribution(extension.policy().orElseThrow()))
                .toList();
    }

    /** By id. */
    public List<Contribution<ConnectionPolicy>> connectionPolicies() {
        return connections.all().stream()
                .sorted(Comparator.comparing(PolicyExtension::id))
                .map(
                        extension ->
                                extension.contribution(
                                        extension.policy().orElseGet(() -> denying(extension))))
                .toList();
    }

    private static ConnectionPolicy denying(PolicyExtension<ConnectionPolicy> extension) {
        String sentence = Messages.text("policy.failed", extension.label());
        return connection -> Verdict.deny(extension.id(), sentence);
    }
}
