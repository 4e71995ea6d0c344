package org.postern.demo.internal.mail;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The flags of a message, RFC 9051 section 2.3.2; case does not matter. Immutable. */
public final class Flags {
    public static final String SEEN = "\\Seen";
    public static final String DELETED = "\\Deleted";

    /** The system flags that a client may change. */
    public static final List<String> SYSTEM =
            List.of("\\Answered", "\\Flagged", DELETED, SEEN, "\\Draft");

    public static final Flags NONE = new Flags(List.of());

    private final SortedSet<String> names;

    private Flags(Collection<String> names) {
        SortedSet<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.forEach(name -> sorted.add(canonical(name)));
        this.names = Collections.unmodifiableSortedSet(sorted);
    }

    public static Flags of(Collection<String> names) {
        return new Flags(names);
    }

    private static String canonical(String name) {
        return SYSTEM.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    public Flags with(Flags more) {
        SortedSet<String> all = copy();
        all.addAll(more.names);
        return new Flags(all);
    }

    public Flags without(Flags less) {
        SortedSet<String> rest = copy();
        rest.removeAll(less.names);
        return new Flags(rest);
    }

    private SortedSet<String> copy() {
        SortedSet<String> copy = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        copy.addAll(names);
        return copy;
    }

    public Collection<String> names() {
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flags flags && names.equals(flags.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** The flags as IMAP writes them: {@code (\Answered \Seen)}. */
    @Override
    public String toString() {
        return "(" + String.join(" ", names) + ")";
    }
}
