package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.store.MailThread;
import org.postern.store.MailThread.Entry;
import org.postern.store.MessageId;
import org.postern.ui.internal.list.Listing;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ListingTest {

    /** 5 answers 3, which begins a conversation; 4 stands alone. */
    private static final List<MailThread> THREADS =
            List.of(
                    new MailThread(
                            List.of(entry(3, 0), entry(5, 1), entry(2, 1)), 50, new MessageId(5)),
                    new MailThread(List.of(entry(4, 0)), 40, new MessageId(4)));

    private static Entry entry(long id, int depth) {
        return new Entry(new MessageId(id), depth);
    }

    private static String lines(Listing listing) {
        return IntStream.range(0, listing.size())
                .mapToObj(p -> ".".repeat(listing.depth(p)) + listing.id(p).value())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aClosedThreadIsALineForItsNewestMessage() {
        Listing closed = Listing.of(THREADS, Set.of());
        assertEquals("5 4", lines(closed));
        assertEquals(3, closed.members(0));
        assertEquals(1, closed.members(1));
        assertTrue(closed.closed(0));
        assertFalse(closed.closed(1));
        assertEquals(4, closed.messages());
        assertEquals(3, closed.all(0).size());
    }

    @Test
    void anOpenThreadHasALineForEachMessage() {
        Listing open = Listing.of(THREADS, Set.of()).opened(Set.of(3L, 4L));
        assertEquals("3 .5 .2 4", lines(open));
        assertTrue(open.open(0));
        assertFalse(open.open(1));
        assertFalse(open.open(3));
        assertEquals(0, open.headOf(2));
        assertEquals(3, open.threadOf(2));
        assertEquals(List.of(new MessageId(5)), open.all(1));
    }

    @Test
    void aMessageInAClosedThreadStandsWhereTheThreadDoes() {
        Listing closed = Listing.of(THREADS, Set.of());
        assertEquals(OptionalInt.of(0), closed.place(new MessageId(2)));
        assertEquals(OptionalInt.of(1), closed.place(new MessageId(4)));
        assertEquals(OptionalInt.empty(), closed.place(new MessageId(9)));
    }

    @Test
    void messagesThatWentLeaveNoLine() {
        Listing flat = Listing.of(new long[] {7, 5, 3});
        assertEquals("7 3", lines(flat.without(new long[] {5, 9})));
        assertEquals(BitSet.valueOf(new long[] {0b101}), flat.places(new long[] {3, 7}));
    }
}
