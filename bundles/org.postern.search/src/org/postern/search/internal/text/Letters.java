package org.postern.search.internal.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;

/**
 * What a character is to a word, and how it is written in the index: in lower case, without accents
 * and points, wide and joined forms resolved, so that all ways to write a word are one.
 */
final class Letters {

    /** Ends a word. */
    static final int BREAK = 1 << 24;

    /** Is inside a word but not written. */
    static final int NOTHING = 2 << 24;

    /** Written as the one character in the low bits. */
    static final int LETTER = 3 << 24;

    /** Written as several characters, see {@link #many}. */
    static final int LETTERS = 4 << 24;

    /** Belongs to writing without blanks between words; written as in the low bits. */
    static final int DENSE = 5 << 24;

    /** A word of its own. */
    static final int SYMBOL = 6 << 24;

    static final int KIND = 0xff << 24;

    private static final Map<Integer, String> SPECIAL =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'ħ', "h"),
                    Map.entry((int) 'ı', "i"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'ŧ', "t"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ς', "σ"),
                    Map.entry(0x0649, "\u064a"),
                    Map.entry(0x0629, "\u0647"),
                    Map.entry(0x0640, ""));

    /** What is known of each character of the first plane; 0 while it was not asked for. */
    private static final int[] KNOWN = new int[Character.MAX_VALUE + 1];

    private Letters() {}

    /** A kind, with a character in the low bits where one is said. */
    static int of(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return made(codePoint);
        }
        int known = KNOWN[codePoint];
        if (known == 0) {
            known = made(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    private static int made(int codePoint) {
        if (isDropped(codePoint)) {
            return NOTHING;
        }
        if (!Character.isLetterOrDigit(codePoint) && !isMark(codePoint)) {
            return codePoint > Character.MAX_VALUE
                            && Character.getType(codePoint) == Character.OTHER_SYMBOL
                    ? SYMBOL | codePoint
                    : BREAK;
        }
        if (isDense(codePoint)) {
            String composed = Normalizer.normalize(Character.toString(codePoint), Form.NFKC);
            return DENSE | composed.codePointAt(0);
        }
        String written = many(codePoint);
        return switch (written.length()) {
            case 0 -> NOTHING;
            case 1 -> LETTER | written.charAt(0);
            default -> LETTERS;
        };
    }

    /** How a character is written. */
    static String many(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return Integer.toString(Character.digit(codePoint, 10));
        }
        String lower = Character.toString(codePoint).toLowerCase(Locale.ROOT);
        StringBuilder written = new StringBuilder();
        Normalizer.normalize(lower, Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !isDropped(c) && (Character.isLetterOrDigit(c) || isMark(c)))
                .forEach(c -> written.append(SPECIAL.getOrDefault(c, Character.toString(c))));
        return written.toString();
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Accents, points and vowel signs that are left out as often as not, and invisible hints. */
    private static boolean isDropped(int c) {
        return c >= 0x300 && c <= 0x36f
                || c >= 0x591 && c <= 0x5c7 && isMark(c)
                || c >= 0x610 && c <= 0x61a
                || c >= 0x64b && c <= 0x65f
                || c == 0x670
                || c >= 0x6d6 && c <= 0x6ed && isMark(c)
                || c >= 0x1ab0 && c <= 0x1aff
                || c >= 0x1dc0 && c <= 0x1dff
                || c >= 0x20d0 && c <= 0x20ff
                || c >= 0xfe00 && c <= 0xfe2f
                || c == 0xad
                || c >= 0x200b && c <= 0x200f
                || c >= 0x2060 && c <= 0x2064
                || c == 0xfeff;
    }

    private static boolean isDense(int codePoint) {
        if (codePoint < 0xe00) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR -> true;
            default -> codePoint == 0x30fc || codePoint == 0xff70;
        };
    }
}
