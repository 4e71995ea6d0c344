package org.postern.security.internal;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.postern.security.PolicyReports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an extension point holds now. Each extension is loaded once, at its first appearance. */
public final class PolicyExtensions<P> {

    private final IExtensionRegistry registry;
    private final String point;
    private final Class<P> type;
    private final PolicyReports reports;
    private final Map<IConfigurationElement, PolicyExtension<P>> known = new HashMap<>();

    public PolicyExtensions(
            IExtensionRegistry registry, String point, Class<P> type, PolicyReports reports) {
        this.registry = registry;
        this.point = point;
        this.type = type;
        this.reports = reports;
    }

    public synchronized List<PolicyExtension<P>> all() {
        List<IConfigurationElement> present = List.of(registry.getConfigurationElementsFor(point));
        known.keySet().retainAll(present);
        List<PolicyExtension<P>> all = new ArrayList<>();
        for (IConfigurationElement element : present) {
            all.add(known.computeIfAbsent(element, this::load));
        }
        return all;
    }

    private PolicyExtension<P> load(IConfigurationElement element) {
        String id = text(element, "id").orElseGet(() -> element.getContributor().getName());
        String label = text(element, "label").orElse(id);
        return new PolicyExtension<>(id, label, priority(id, element), policy(id, element));
    }

    private static Optional<String> text(IConfigurationElement element, String attribute) {
        return Optional.ofNullable(element.getAttribute(attribute)).filter(s -> !s.isBlank());
    }

    private int priority(String id, IConfigurationElement element) {
        String text = text(element, "priority").orElse("0").strip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            reports.failed(id, e);
            return 0;
        }
    }

    private Optional<P> policy(String id, IConfigurationElement element) {
        try {
            return Optional.of(type.cast(element.createExecutableExtension("class")));
        } catch (CoreException | RuntimeException | LinkageError e) {
            reports.failed(id, e);
            return Optional.empty();
        }
    }
}
