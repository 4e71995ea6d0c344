package org.postern.imap.internal.wire;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A set of message numbers as sorted ranges: small even for a mailbox of a million messages.
 * Immutable. Its text form is the sequence-set of RFC 9051 §9, without {@code *}.
 */
public final class UidSet {

    /** The highest UID there can be (RFC 9051 §2.3.1.1). */
    public static final long MAX = 0xFFFF_FFFFL;

    public static final UidSet EMPTY = new UidSet(new long[0]);

    /** First and last of each range, ascending, neither overlapping nor touching. */
    private final long[] bounds;

    private final long size;

    UidSet(long[] bounds) {
        this.bounds = bounds;
        long count = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            count += bounds[i + 1] - bounds[i] + 1;
        }
        this.size = count;
    }

    /** All from {@code first} to {@code last}; empty when they are the wrong way round. */
    public static UidSet range(long first, long last) {
        return first > last ? EMPTY : new UidSetBuilder().add(first, last).build();
    }

    /**
     * @throws IllegalArgumentException when the text is no such set
     */
    public static UidSet parse(String text) {
        UidSetBuilder builder = new UidSetBuilder();
        if (!text.isEmpty()) {
            for (String range : text.split(",", -1)) {
                String[] ends = range.split(":", -1);
                if (ends.length > 2) {
                    throw new IllegalArgumentException("not a range: " + range);
                }
                builder.add(number(ends[0]), number(ends[ends.length - 1]));
            }
        }
        return builder.build();
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,10}")) {
            throw new IllegalArgumentException("not a message number: " + text);
        }
        return Long.parseLong(text);
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** How many numbers are in it. */
    public long size() {
        return size;
    }

    /** How many ranges its numbers form, which is what it costs to keep. */
    public int ranges() {
        return bounds.length / 2;
    }

    /** The highest number; 0 when there is none. */
    public long max() {
        return isEmpty() ? 0 : bounds[bounds.length - 1];
    }

    public boolean contains(long uid) {
        int low = 0;
        int high = bounds.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (uid < bounds[2 * middle]) {
                high = middle - 1;
            } else if (uid > bounds[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    public UidSet union(UidSet other) {
        UidSetBuilder builder = new UidSetBuilder();
        builder.addAll(this);
        builder.addAll(other);
        return builder.build();
    }

    public UidSet intersect(UidSet other) {
        UidSetBuilder builder = new UidSetBuilder();
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length && theirs < other.bounds.length) {
            long first = Math.max(bounds[mine], other.bounds[theirs]);
            long last = Math.min(bounds[mine + 1], other.bounds[theirs + 1]);
            if (first <= last) {
                builder.add(first, last);
            }
            if (bounds[mine + 1] < other.bounds[theirs + 1]) {
                mine += 2;
            } else {
                theirs += 2;
            }
        }
        return builder.build();
    }

    public UidSet minus(UidSet other) {
        return intersect(other.complement());
    }

    private UidSet complement() {
        UidSetBuilder builder = new UidSetBuilder();
        long from = 1;
        for (int i = 0; i < bounds.length; i += 2) {
            if (from < bounds[i]) {
                builder.add(from, bounds[i] - 1);
            }
            from = bounds[i + 1] + 1;
        }
        return from > MAX ? builder.build() : builder.add(from, MAX).build();
    }

    /** Its numbers, ascending. */
    public PrimitiveIterator.OfLong iterator() {
        return new Numbers();
    }

    /** Which blocks of {@code 1 << bits} numbers it has a part in, ascending, each once. */
    public PrimitiveIterator.OfLong blocks(int bits) {
        return IntStream.range(0, ranges()).boxed().flatMapToLong(i -> blocks(bits, i)).iterator();
    }

    private LongStream blocks(int bits, int range) {
        long first = bounds[2 * range] >> bits;
        boolean hadBefore = range > 0 && bounds[2 * range - 1] >> bits == first;
        return LongStream.rangeClosed(hadBefore ? first + 1 : first, bounds[2 * range + 1] >> bits);
    }

    /**
     * Cuts it into pieces that fit into commands, highest numbers first.
     *
     * @param first how many numbers the first piece has at most
     * @param others how many the others have at most; each has at most ten times as many as the one
     *     before
     */
    public Iterator<UidSet> newestFirst(int first, int others) {
        return new Pieces(first, others);
    }

    long[] bounds() {
        return bounds;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(",");
        for (int i = 0; i < bounds.length; i += 2) {
            text.add(
                    bounds[i] == bounds[i + 1]
                            ? Long.toString(bounds[i])
                            : bounds[i] + ":" + bounds[i + 1]);
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UidSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    private final class Numbers implements PrimitiveIterator.OfLong {
        private int range;
        private long next = isEmpty() ? 0 : bounds[0];

        @Override
        public boolean hasNext() {
            return range < bounds.length;
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            long number = next++;
            if (number == bounds[range + 1]) {
                range += 2;
                next = hasNext() ? bounds[range] : 0;
            }
            return number;
        }
    }

    private final class Pieces implements Iterator<UidSet> {
        /** Ranges in one piece: keeps a command well under the 8,192 bytes of RFC 9051 §4. */
        private static final int MOST_RANGES = 300;

        private static final int GROWTH = 10;

        private final int others;
        private int range = bounds.length - 2;
        private long last = max();
        private int most;

        Pieces(int first, int others) {
            this.most = first;
            this.others = others;
        }

        @Override
        public boolean hasNext() {
            return range >= 0;
        }

        @Override
        public UidSet next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            UidSetBuilder piece = new UidSetBuilder();
            long left = most;
            for (int ranges = 0; left > 0 && range >= 0 && ranges < MOST_RANGES; ranges++) {
                left -= take(piece, left);
            }
            most = (int) Math.min(others, (long) most * GROWTH);
            return piece.build();
        }

        private long take(UidSetBuilder piece, long left) {
            long first = Math.max(bounds[range], last - left + 1);
            long count = last - first + 1;
            piece.add(first, last);
            if (first == bounds[range]) {
                range -= 2;
                last = range >= 0 ? bounds[range + 1] : 0;
            } else {
                last = first - 1;
            }
            return count;
        }
    }
}
