package org.postern.search;

import java.util.List;
import java.util.Objects;

/**
 * A few words of a message around those that were looked for.
 *
 * @param place where they stand
 * @param text one line
 * @param found which parts of the text were looked for, from left to right, without overlap; may be
 *     empty
 */
public record Snippet(Clause.Place place, String text, List<Range> found) {

    public Snippet {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
        found = List.copyOf(found);
    }

    /**
     * A part of a text.
     *
     * @param from where it begins, in characters from 0
     * @param to where it ends, not included
     */
    public record Range(int from, int to) {
        public Range {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }
}
