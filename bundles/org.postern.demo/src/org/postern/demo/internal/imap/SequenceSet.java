package org.postern.demo.internal.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A set of sequence numbers or UIDs such as {@code 1,3:5,9:*}.
 *
 * @param ranges in the order of the command; {@link #LAST} stands for the star
 */
record SequenceSet(List<Range> ranges) {
    static final long LAST = 0;

    record Range(long from, long to) {
        boolean holds(long number, long last) {
            long a = from == LAST ? last : from;
            long b = to == LAST ? last : to;
            return number >= Math.min(a, b) && number <= Math.max(a, b);
        }
    }

    static SequenceSet parse(Args args) {
        List<Range> ranges = new ArrayList<>();
        do {
            long from = bound(args);
            ranges.add(new Range(from, args.skip(':') ? bound(args) : from));
        } while (args.skip(','));
        return new SequenceSet(ranges);
    }

    private static long bound(Args args) {
        if (args.skip('*')) {
            return LAST;
        }
        long number = args.number();
        if (number < 1 || number > 0xffff_ffffL) {
            throw Refusal.bad("Not a message number: " + number);
        }
        return number;
    }

    boolean holds(long number, long last) {
        return ranges.stream().anyMatch(range -> range.holds(number, last));
    }

    /** Whether a number beyond the last is named explicitly. */
    boolean exceeds(long last) {
        return ranges.stream().anyMatch(range -> Math.max(range.from(), range.to()) > last);
    }

    /** Writes numbers in the shortest form. The numbers ascend, or keep the given order. */
    static String format(Collection<Long> numbers) {
        StringBuilder text = new StringBuilder();
        long start = 0;
        long end = 0;
        for (long number : numbers) {
            if (start != 0 && number == end + 1) {
                end = number;
                continue;
            }
            append(text, start, end);
            start = number;
            end = number;
        }
        return append(text, start, end).toString();
    }

    private static StringBuilder append(StringBuilder text, long start, long end) {
        if (start == 0) {
            return text;
        }
        text.append(text.isEmpty() ? "" : ",").append(start);
        return end > start ? text.append(':').append(end) : text;
    }
}
