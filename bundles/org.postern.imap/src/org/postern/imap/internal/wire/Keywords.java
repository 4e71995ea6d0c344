package org.postern.imap.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words that come by the hundred thousand, known by their bytes in either case: no text is made of
 * them.
 */
public final class Keywords {

    /** What {@link #find} answers for a word that is not one of them. */
    public static final int UNKNOWN = -1;

    private final byte[][] words;
    private final int[] slots;

    private Keywords(List<String> words) {
        this.words =
                words.stream()
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
                        .toArray(byte[][]::new);
        this.slots = new int[Integer.highestOneBit(words.size()) * 4];
        Arrays.fill(slots, UNKNOWN);
        for (int i = 0; i < this.words.length; i++) {
            slots[freeSlot(this.words[i])] = i;
        }
    }

    public static Keywords of(String... words) {
        return new Keywords(List.of(words));
    }

    private int freeSlot(byte[] word) {
        int slot = slot(word, word.length);
        while (slots[slot] != UNKNOWN) {
            slot = next(slot);
        }
        return slot;
    }

    /** The place of the word among those that were given. */
    int find(byte[] bytes, int length) {
        int slot = slot(bytes, length);
        while (slots[slot] != UNKNOWN && !isWord(words[slots[slot]], bytes, length)) {
            slot = next(slot);
        }
        return slots[slot];
    }

    private int slot(byte[] bytes, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + upper(bytes[i]);
        }
        return (hash ^ hash >>> 7) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private static boolean isWord(byte[] word, byte[] bytes, int length) {
        boolean same = word.length == length;
        for (int i = 0; same && i < length; i++) {
            same = word[i] == upper(bytes[i]);
        }
        return same;
    }

    private static byte upper(byte octet) {
        return octet >= 'a' && octet <= 'z' ? (byte) (octet - ('a' - 'A')) : octet;
    }
}
