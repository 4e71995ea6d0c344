package org.postern.search.internal.text;

/**
 * Splits text into words as they are in the index. Writing without blanks becomes pairs of
 * neighbours, each run ended by its last character alone, so that any part of a run is a phrase of
 * pairs, and any character the beginning of one. For one thread.
 */
public final class Splitter {

    /** Of longer words only the beginning counts. */
    public static final int LONGEST = 64;

    private final String text;
    private char[] word = new char[LONGEST + 8];
    private int length;
    private int start;
    private int end;
    private int at;
    private boolean dense;
    private boolean tail;

    public Splitter(String text) {
        this.text = text;
    }

    /** Goes to the next word. */
    public boolean next() {
        length = 0;
        dense = false;
        tail = false;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int kind = c < 128 ? ascii(c) : Letters.of(c);
            switch (kind & Letters.KIND) {
                case Letters.BREAK -> {
                    at += Character.charCount(c);
                    if (length > 0) {
                        return true;
                    }
                }
                case Letters.DENSE -> {
                    return length > 0 || dense(c, kind);
                }
                case Letters.SYMBOL -> {
                    return length > 0 || symbol(c);
                }
                default -> letter(c, kind);
            }
        }
        return length > 0;
    }

    private static int ascii(int c) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            return Letters.LETTER | c;
        }
        return c >= 'A' && c <= 'Z' ? Letters.LETTER | c + 32 : Letters.BREAK;
    }

    private void letter(int c, int kind) {
        int from = at;
        at += Character.charCount(c);
        if (kind == Letters.NOTHING) {
            end = length > 0 ? at : end;
            return;
        }
        if (length == 0) {
            start = from;
        }
        end = at;
        if ((kind & Letters.KIND) == Letters.LETTER) {
            add((char) kind);
        } else {
            String many = Letters.many(c);
            for (int i = 0; i < many.length(); i++) {
                add(many.charAt(i));
            }
        }
    }

    private void add(char c) {
        if (length < LONGEST) {
            word[length++] = c;
        }
    }

    private boolean symbol(int c) {
        start = at;
        at += Character.charCount(c);
        end = at;
        put(c);
        return true;
    }

    /** A character and its neighbour, if there is one. */
    private boolean dense(int c, int kind) {
        boolean first = !continues(at);
        start = at;
        at += Character.charCount(c);
        end = at;
        dense = true;
        put(kind & ~Letters.KIND);
        int next = afterNothing(at);
        if (next < text.length()) {
            int neighbour = text.codePointAt(next);
            int also = neighbour < 128 ? Letters.BREAK : Letters.of(neighbour);
            if ((also & Letters.KIND) == Letters.DENSE) {
                put(also & ~Letters.KIND);
                end = next + Character.charCount(neighbour);
                return true;
            }
        }
        tail = !first;
        return true;
    }

    private int afterNothing(int from) {
        int next = from;
        while (next < text.length() && Letters.of(text.charAt(next)) == Letters.NOTHING) {
            next++;
        }
        return next;
    }

    private boolean continues(int from) {
        int before = from;
        while (before > 0 && Letters.of(text.charAt(before - 1)) == Letters.NOTHING) {
            before--;
        }
        return before > 0
                && (Letters.of(text.codePointBefore(before)) & Letters.KIND) == Letters.DENSE;
    }

    private void put(int codePoint) {
        length += Character.toChars(codePoint, word, length);
    }

    /** The word's characters; they count up to {@link #length} and until the next word. */
    public char[] buffer() {
        return word;
    }

    public int length() {
        return length;
    }

    public String word() {
        return new String(word, 0, length);
    }

    /** Where it begins in the text. */
    public int start() {
        return start;
    }

    /** Where it ends in the text, not included. */
    public int end() {
        return end;
    }

    /** Whether it is of writing without blanks. */
    public boolean isDense() {
        return dense;
    }

    /** Whether it is the last character of a run that has pairs. */
    public boolean isTail() {
        return tail;
    }

    /** Whether it is one character of writing without blanks. */
    public boolean isSingle() {
        return dense && Character.charCount(Character.codePointAt(word, 0)) == length;
    }
}
