package org.postern.imap.internal.wire;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Collects message numbers in any order; cheap when they come ascending. */
public final class UidSetBuilder {

    private long[] bounds = new long[16];
    private int length;
    private boolean sorted = true;

    /** Adds one number. */
    public UidSetBuilder add(long uid) {
        return add(uid, uid);
    }

    /**
     * Adds a range, whichever way round its ends are (RFC 9051 §9, seq-range).
     *
     * @throws IllegalArgumentException when an end is no UID
     */
    public UidSetBuilder add(long one, long other) {
        long first = Math.min(one, other);
        long last = Math.max(one, other);
        if (first < 1 || last > UidSet.MAX) {
            throw new IllegalArgumentException("not message numbers: " + one + ":" + other);
        }
        if (length > 0 && first == bounds[length - 1] + 1) {
            bounds[length - 1] = last;
            return this;
        }
        sorted &= length == 0 || first > bounds[length - 1];
        append(first, last);
        return this;
    }

    /** Adds all of a set. */
    public UidSetBuilder addAll(UidSet set) {
        long[] others = set.bounds();
        for (int i = 0; i < others.length; i += 2) {
            add(others[i], others[i + 1]);
        }
        return this;
    }

    private void append(long first, long last) {
        if (length == bounds.length) {
            bounds = Arrays.copyOf(bounds, length * 2);
        }
        bounds[length++] = first;
        bounds[length++] = last;
    }

    /** The set of all that was added. */
    public UidSet build() {
        long[] all = Arrays.copyOf(bounds, length);
        return all.length == 0 ? UidSet.EMPTY : new UidSet(sorted ? all : merged(all));
    }

    private static long[] merged(long[] all) {
        int[] order =
                IntStream.range(0, all.length / 2)
                        .boxed()
                        .sorted((a, b) -> Long.compare(all[2 * a], all[2 * b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long[] result = new long[all.length];
        int used = 0;
        for (int range : order) {
            used = join(result, used, all[2 * range], all[2 * range + 1]);
        }
        return Arrays.copyOf(result, used);
    }

    private static int join(long[] result, int used, long first, long last) {
        if (used > 0 && first <= result[used - 1] + 1) {
            result[used - 1] = Math.max(result[used - 1], last);
            return used;
        }
        result[used] = first;
        result[used + 1] = last;
        return used + 2;
    }
}
