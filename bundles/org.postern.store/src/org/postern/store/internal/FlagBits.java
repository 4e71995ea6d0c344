package org.postern.store.internal;

import org.postern.core.Flag;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Sets of flags as the database has them: a bit for each flag, never given another meaning. */
final class FlagBits {

    private static final List<Set<Flag>> SETS =
            IntStream.range(0, 64).mapToObj(FlagBits::made).toList();

    static final int SEEN = bit(Flag.SEEN);

    private FlagBits() {}

    static int of(Collection<Flag> flags) {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= bit(flag);
        }
        return bits;
    }

    static Set<Flag> set(int bits) {
        return SETS.get(bits & 63);
    }

    private static Set<Flag> made(int bits) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if ((bits & bit(flag)) != 0) {
                flags.add(flag);
            }
        }
        return Set.copyOf(flags);
    }

    private static int bit(Flag flag) {
        return switch (flag) {
            case SEEN -> 1;
            case FLAGGED -> 2;
            case ANSWERED -> 4;
            case DRAFT -> 8;
            case DELETED -> 16;
            case FORWARDED -> 32;
        };
    }
}
