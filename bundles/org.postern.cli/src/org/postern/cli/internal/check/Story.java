package org.postern.cli.internal.check;

import org.postern.cli.Console;
import org.postern.core.Text;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Tells a check to a person while it goes on. Thread-safe. */
final class Story {

    private static final int GLIMPSE = 60;
    private static final Rung[] LADDER = Rung.values();

    private final Console console;
    private final Marks marks;
    private final Map<Rung, RungResult> done = new EnumMap<>(Rung.class);
    private int next;

    private Story(Console console) {
        this.console = console;
        this.marks = Marks.of(console.unicode());
    }

    static Story begin(String about, Console console) {
        console.line(Text.visible(about));
        return new Story(console);
    }

    /** A rung as soon as it and those below it are done. */
    synchronized void rung(RungResult result) {
        if (result.state() != RungResult.State.RUNNING) {
            done.put(result.rung(), result);
            while (next < LADDER.length && done.containsKey(LADDER[next])) {
                tell(done.get(LADDER[next++]));
            }
        }
    }

    private void tell(RungResult result) {
        String label = result.rung().label();
        String line =
                "  "
                        + marks.of(result.state())
                        + " "
                        + label
                        + " ".repeat(Math.max(0, width() - label.length()))
                        + "  "
                        + found(result);
        console.line(marks.plain(line.stripTrailing()));
    }

    /** A rung that holds needs no sentence: the beginning of what was seen there says it. */
    private static String found(RungResult result) {
        if (!result.sentence().isEmpty() || result.evidence().isEmpty()) {
            return result.sentence();
        }
        String seen = result.evidence().getFirst().value().lines().findFirst().orElse("");
        return seen.length() > GLIMPSE ? seen.substring(0, GLIMPSE).strip() + "…" : seen;
    }

    private static int width() {
        return Arrays.stream(LADDER).mapToInt(rung -> rung.label().length()).max().orElse(0);
    }

    /** What is left of the ladder, what it means, and what was found behind it. */
    synchronized void end(CheckResult result) {
        result.examination().rungs().stream().skip(next).forEach(this::tell);
        new Epilogue(console, marks).tell(result);
    }
}
