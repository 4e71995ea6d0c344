package org.postern.ui.internal.list;

import java.util.BitSet;
import java.util.OptionalInt;

/** The way from one place to the next that is wanted, going round at the end. */
public final class Round {

    private Round() {}

    /**
     * @param wanted where one may go
     * @param from where one is, itself the last resort; -1 when nowhere
     * @param step 1 downwards, -1 upwards
     */
    public static OptionalInt next(BitSet wanted, int from, int step) {
        if (wanted.isEmpty()) {
            return OptionalInt.empty();
        }
        int next = step > 0 ? wanted.nextSetBit(from + 1) : before(wanted, from);
        int other = step > 0 ? wanted.nextSetBit(0) : wanted.length() - 1;
        return OptionalInt.of(next >= 0 ? next : other);
    }

    private static int before(BitSet wanted, int from) {
        return from <= 0 ? -1 : wanted.previousSetBit(from - 1);
    }
}
