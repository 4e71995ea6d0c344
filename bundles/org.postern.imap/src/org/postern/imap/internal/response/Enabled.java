package org.postern.imap.internal.response;

import java.util.Set;

/** What ENABLE switched on (RFC 9051 §7.2.1). */
public record Enabled(Set<String> names) implements Response {
    public Enabled {
        names = Set.copyOf(names);
    }
}
