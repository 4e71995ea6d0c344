package org.postern.search.internal.text;

import org.postern.search.Snippet.Range;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds words in a text, and cuts a piece out of it around them. */
public final class Excerpt {

    private static final int BEFORE = 60;
    private static final int LENGTH = 200;

    /** Words further down in a text are not looked for. */
    private static final int LOOKED_THROUGH = 500_000;

    /**
     * Words that stand side by side.
     *
     * @param open whether the last may go on
     */
    public record Phrase(List<String> words, boolean open) {
        public Phrase {
            words = List.copyOf(words);
        }

        public static Phrase of(String text, boolean open) {
            return new Phrase(Wanted.words(text), open || Wanted.isPart(text));
        }
    }

    /**
     * @param text one line
     * @param found ranges of the text
     */
    public record Piece(String text, List<Range> found) {}

    private record Word(String word, int start, int end) {}

    private Excerpt() {}

    /** The piece around the first words that are found; empty when none are. */
    public static Optional<Piece> around(List<Phrase> phrases, String text) {
        List<Range> found = found(phrases, text);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int begin = Math.max(0, found.getFirst().from() - BEFORE);
        while (begin > 0 && begin < found.getFirst().from() && !isBlank(text.charAt(begin - 1))) {
            begin++;
        }
        return Optional.of(cut(text, begin, found));
    }

    /** The beginning of a text. */
    public static Piece beginning(String text) {
        return cut(text, 0, List.of());
    }

    private static List<Range> found(List<Phrase> phrases, String text) {
        String looked = text.substring(0, Math.min(text.length(), LOOKED_THROUGH));
        List<Word> words = words(looked);
        List<Range> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            for (Phrase phrase : phrases) {
                if (stands(phrase, words, at)) {
                    int end = words.get(at + phrase.words().size() - 1).end();
                    add(found, words.get(at).start(), end);
                }
            }
        }
        return found;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Splitter splitter = new Splitter(text);
        while (splitter.next()) {
            words.add(new Word(splitter.word(), splitter.start(), splitter.end()));
        }
        return words;
    }

    private static boolean stands(Phrase phrase, List<Word> words, int at) {
        int last = phrase.words().size() - 1;
        if (last < 0 || at + last >= words.size()) {
            return false;
        }
        for (int n = 0; n < last; n++) {
            if (!words.get(at + n).word().equals(phrase.words().get(n))) {
                return false;
            }
        }
        String word = words.get(at + last).word();
        String wanted = phrase.words().get(last);
        return phrase.open() ? word.startsWith(wanted) : word.equals(wanted);
    }

    /** Ranges come from left to right, but may overlap. */
    private static void add(List<Range> found, int from, int to) {
        if (!found.isEmpty() && found.getLast().to() >= from) {
            Range before = found.removeLast();
            found.add(new Range(before.from(), Math.max(before.to(), to)));
        } else {
            found.add(new Range(from, to));
        }
    }

    /** Blanks and line ends become one blank each. */
    private static Piece cut(String text, int begin, List<Range> found) {
        StringBuilder line = new StringBuilder();
        int[] places = new int[Math.min(text.length(), begin + 4 * LENGTH) - begin + 1];
        int at = begin;
        while (at < begin + places.length - 1 && line.length() < LENGTH) {
            places[at - begin] = line.length();
            char c = text.charAt(at++);
            if (!isBlank(c)) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        places[at - begin] = line.length();
        List<Range> ranges = new ArrayList<>();
        for (Range range : found) {
            if (range.from() >= begin && range.to() <= at) {
                int from = places[range.from() - begin];
                int to = places[range.to() - begin];
                if (to > from) {
                    ranges.add(new Range(from, to));
                }
            }
        }
        return new Piece(line.toString().stripTrailing(), ranges);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || Character.isWhitespace(c);
    }
}
