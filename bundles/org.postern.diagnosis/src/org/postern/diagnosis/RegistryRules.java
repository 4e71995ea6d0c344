package org.postern.diagnosis;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rules of an extension registry. It is asked anew each time, so that a plug-in that comes or
 * goes while the program runs counts or no longer counts at once; a rule's object is kept for as
 * long as its extension is there. A rule that cannot be loaded is passed over. Thread-safe.
 */
public final class RegistryRules implements Supplier<List<RankedRule>> {

    /** The extension point's full id. */
    public static final String POINT = "org.postern.diagnosis.rules";

    private final IExtensionRegistry registry;
    private final RuleReports reports;
    private final Map<IConfigurationElement, Optional<RankedRule>> known = new HashMap<>();

    /**
     * @param reports hears once of each extension that cannot be used as it is
     */
    public RegistryRules(IExtensionRegistry registry, RuleReports reports) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.reports = Objects.requireNonNull(reports, "reports");
    }

    @Override
    public synchronized List<RankedRule> get() {
        List<IConfigurationElement> present = List.of(registry.getConfigurationElementsFor(POINT));
        known.keySet().retainAll(present);
        return present.stream()
                .map(element -> known.computeIfAbsent(element, this::load))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RankedRule> load(IConfigurationElement element) {
        String id =
                Optional.ofNullable(element.getAttribute("id"))
                        .filter(text -> !text.isBlank())
                        .orElseGet(() -> element.getContributor().getName());
        try {
            Rule rule = (Rule) element.createExecutableExtension("class");
            return Optional.of(new RankedRule(id, rank(element), rule));
        } catch (CoreException | RuntimeException | LinkageError e) {
            reports.failed(id, e);
            return Optional.empty();
        }
    }

    private static int rank(IConfigurationElement element) {
        String text = element.getAttribute("rank");
        if (text == null) {
            throw new IllegalArgumentException("the attribute \"rank\" is missing");
        }
        return Integer.parseInt(text.strip());
    }
}
