package org.postern.cli.internal;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The commands of an extension registry, as they are now. */
public final class Commands {

    /** The extension point's full id. */
    public static final String POINT = "org.postern.cli.commands";

    private final TreeMap<String, CommandEntry> entries = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Reads the registry; of two commands of one name the bundle that comes first counts. */
    public Commands(IExtensionRegistry registry) {
        Arrays.stream(registry.getConfigurationElementsFor(POINT))
                .sorted(Comparator.comparing(Commands::contributor))
                .forEach(this::take);
    }

    private void take(IConfigurationElement element) {
        try {
            CommandEntry entry = CommandEntry.read(element);
            CommandEntry first = entries.putIfAbsent(entry.name(), entry);
            if (first != null) {
                problems.add(
                        Messages.format(
                                "Commands.duplicate",
                                contributor(element),
                                entry.name(),
                                contributor(first.element())));
            }
        } catch (IllegalArgumentException e) {
            problems.add(Messages.format("Commands.unsound", contributor(element), e.getMessage()));
        }
    }

    private static String contributor(IConfigurationElement element) {
        return element.getContributor().getName();
    }

    /** All, by name. */
    public Collection<CommandEntry> all() {
        return entries.values();
    }

    /** The command of that name. */
    public Optional<CommandEntry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** Sentences about extensions that were passed over. */
    public List<String> problems() {
        return problems;
    }

    /** One line each: the name and what it is for. */
    public String list() {
        int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (CommandEntry entry : entries.values()) {
            String name = entry.name() + " ".repeat(width - entry.name().length());
            lines.append("  ").append(name).append("  ").append(entry.help()).append('\n');
        }
        return lines.toString().stripTrailing();
    }
}
