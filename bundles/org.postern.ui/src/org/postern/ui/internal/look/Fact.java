package org.postern.ui.internal.look;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of a {@link FactSheet}.
 *
 * @param label what it is about; may be empty under the same label as before
 * @param value may have several lines
 * @param tone how good or bad the news is
 */
public record Fact(String label, String value, Tone tone) {

    /** How good or bad a fact is. */
    public enum Tone {
        PLAIN,
        QUIET,
        SOUND,
        CAUTION,
        ALARM
    }

    public Fact {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(tone, "tone");
    }

    /** Neither good nor bad. */
    public static Fact of(String label, String value) {
        return new Fact(label, value, Tone.PLAIN);
    }

    /** Facts as text for the clipboard, one line for each line of a value. */
    public static String text(List<Fact> facts) {
        return facts.stream().flatMap(Fact::lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> lines() {
        String head = label.isEmpty() ? "  " : label + ": ";
        List<String> all = value.lines().toList();
        return all.size() < 2
                ? Stream.of(head + value)
                : Stream.concat(Stream.of(head.stripTrailing()), all.stream().map(l -> "  " + l));
    }
}
