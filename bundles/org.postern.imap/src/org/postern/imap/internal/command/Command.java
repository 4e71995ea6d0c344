package org.postern.imap.internal.command;

import java.util.List;
import java.util.Objects;

/**
 * A command without its tag. Its text form is its name alone, for a password may be in the rest.
 *
 * @param name for messages
 * @param parts what goes out, in this order
 */
public record Command(String name, List<Part> parts) {

    public Command {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a command without words");
        }
    }

    /** A command that is one line. */
    static Command line(String name, String rest) {
        String text = rest.isEmpty() ? name : name + " " + rest;
        return new Command(name, List.of(new Part.Words(text)));
    }

    /** A command with an argument that may need a literal. */
    static Command with(String name, String before, Part argument, String after) {
        return new Command(
                name,
                List.of(new Part.Words(name + " " + before), argument, new Part.Words(after)));
    }

    @Override
    public String toString() {
        return name;
    }
}
