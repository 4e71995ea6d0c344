package org.postern.search.internal.index;

import org.postern.core.Flag;
import org.postern.search.Clause.State;

import java.util.Set;
import java.util.stream.LongStream;

/** Flags as the index has them: a bit for each. */
final class Bits {

    private static final int ALL = 1 << Flag.values().length;

    private Bits() {}

    static long of(Set<Flag> flags) {
        return flags.stream().mapToLong(flag -> 1L << flag.ordinal()).sum();
    }

    /** All sets of flags in which a message is in that state. */
    static long[] in(State state) {
        return LongStream.range(0, ALL).filter(bits -> is(state, bits)).toArray();
    }

    static boolean is(State state, long bits) {
        return switch (state) {
            case UNREAD -> !has(bits, Flag.SEEN);
            case READ -> has(bits, Flag.SEEN);
            case FLAGGED -> has(bits, Flag.FLAGGED);
            case ANSWERED -> has(bits, Flag.ANSWERED);
            case FORWARDED -> has(bits, Flag.FORWARDED);
            case DRAFT -> has(bits, Flag.DRAFT);
        };
    }

    private static boolean has(long bits, Flag flag) {
        return (bits & 1L << flag.ordinal()) != 0;
    }
}
