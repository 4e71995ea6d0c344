package org.postern.message.internal.mime;

import org.postern.message.Warning;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects warnings, each once and not endlessly many. */
public final class Warnings {

    private static final int MOST = 200;

    private final Set<Warning> found = new LinkedHashSet<>();

    public void add(Warning warning) {
        if (found.size() < MOST) {
            found.add(warning);
        }
    }

    public void addAll(Collection<Warning> warnings) {
        warnings.forEach(this::add);
    }

    public List<Warning> list() {
        return List.copyOf(found);
    }
}
