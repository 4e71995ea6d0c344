package org.postern.message;

import org.postern.message.internal.text.PlainTextReader;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Text in lines, with quoting taken apart. Paragraphs of {@code format=flowed} (RFC 3676) are one
 * line each. Immutable.
 */
public record PlainText(List<Line> lines) {

    /** The text without lines. */
    public static final PlainText EMPTY = new PlainText(List.of());

    /**
     * @param depth how often the line is quoted; 0 for the author's own words
     * @param text without quote marks and line end
     */
    public record Line(int depth, String text) {

        public Line {
            Objects.requireNonNull(text, "text");
            if (depth < 0) {
                throw new IllegalArgumentException("negative quote depth " + depth);
            }
        }

        @Override
        public String toString() {
            return depth == 0 ? text : ">".repeat(depth) + " " + text;
        }
    }

    public PlainText {
        lines = List.copyOf(lines);
    }

    /** Reads text of fixed lines. */
    public static PlainText of(String text) {
        return PlainTextReader.fixed(text);
    }

    /** Whether there is nothing to read. */
    public boolean isBlank() {
        return lines.stream().allMatch(line -> line.text().isBlank());
    }

    /** The text with quote marks, lines separated by line feeds. */
    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}
