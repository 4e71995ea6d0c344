package org.postern.ui.internal.log;

import org.postern.net.WireLine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines of an account's log that pass the filter. Knows no widget; only for one thread. */
public final class LogModel {

    private List<WireLine> all = List.of();
    private List<WireLine> shown = List.of();
    private String words = "";

    /**
     * Takes what the log keeps now.
     *
     * @return whether it differs from before
     */
    public boolean lines(List<WireLine> lines) {
        if (same(lines)) {
            return false;
        }
        all = List.copyOf(lines);
        thinOut();
        return true;
    }

    /** Lines never change, so the first and the last tell a ring's content. */
    private boolean same(List<WireLine> lines) {
        return lines.size() == all.size()
                && (lines.isEmpty()
                        || lines.getFirst().equals(all.getFirst())
                                && lines.getLast().equals(all.getLast()));
    }

    /** Filters by words in the text, the server or the connection's number; empty shows all. */
    public void words(String text) {
        words = text.strip().toLowerCase(Locale.ROOT);
        thinOut();
    }

    private void thinOut() {
        shown = words.isEmpty() ? all : all.stream().filter(this::passes).toList();
    }

    private boolean passes(WireLine line) {
        return (line.text() + " " + line.peer() + " #" + line.connection())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    /** How many lines are shown. */
    public int size() {
        return shown.size();
    }

    /** How many lines there are, whatever the filter. */
    public int total() {
        return all.size();
    }

    /** The line at that place; empty when there is none (any more). */
    public Optional<WireLine> find(int place) {
        return place >= 0 && place < shown.size()
                ? Optional.of(shown.get(place))
                : Optional.empty();
    }

    /** What passes the filter, oldest first. */
    public List<WireLine> shown() {
        return shown;
    }
}
