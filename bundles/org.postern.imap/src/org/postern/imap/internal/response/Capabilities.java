package org.postern.imap.internal.response;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the server can do (RFC 9051 §7.2.2).
 *
 * @param names in upper case
 */
public record Capabilities(Set<String> names) implements Response {

    /** Nobody can do more; a line of 64 KiB would have room for thirty thousand. */
    private static final int MOST = 1_000;

    public static final Capabilities NONE = new Capabilities(Set.of());

    public Capabilities {
        names = Set.copyOf(names);
    }

    /** Names with blanks between them. */
    public static Capabilities parse(String text) {
        return new Capabilities(
                Arrays.stream(text.strip().split(" +"))
                        .filter(name -> !name.isEmpty())
                        .limit(MOST)
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    public boolean has(String name) {
        return names.contains(name);
    }
}
