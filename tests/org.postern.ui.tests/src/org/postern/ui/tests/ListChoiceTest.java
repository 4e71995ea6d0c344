package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.store.MessageId;
import org.postern.ui.internal.list.ListChoice;
import org.postern.ui.internal.list.Listing;
import org.postern.ui.internal.list.Round;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

class ListChoiceTest {

    private final ListChoice choice = new ListChoice();

    @BeforeEach
    void fiveMessages() {
        choice.listing(Listing.of(new long[] {50, 40, 30, 20, 10}));
    }

    @Test
    void aRangeGoesFromWhereItBeganAndBack() {
        choice.only(2);
        choice.extendTo(4);
        assertArrayEquals(new int[] {2, 3, 4}, choice.places());
        choice.extendTo(1);
        assertArrayEquals(new int[] {1, 2}, choice.places());
        assertEquals(1, choice.focus());
    }

    @Test
    void linesAreAddedAndTakenAwayOneByOne() {
        choice.only(0);
        choice.toggle(3);
        assertArrayEquals(new int[] {0, 3}, choice.places());
        choice.toggle(0);
        assertArrayEquals(new int[] {3}, choice.places());
    }

    @Test
    void placesFollowTheMessages() {
        choice.only(1);
        choice.toggle(3);
        choice.listing(Listing.of(new long[] {60, 50, 40, 30, 20, 10}));
        assertArrayEquals(new int[] {2, 4}, choice.places());
        assertEquals(4, choice.focus());
    }

    @Test
    void whatWentIsSelectedNoMore() {
        choice.only(1);
        choice.listing(Listing.of(new long[] {50, 30}));
        assertEquals(0, choice.count());
        assertEquals(List.of(), choice.messages());
    }

    @Test
    void allIsAll() {
        choice.all();
        assertEquals(5, choice.count());
        assertEquals(new MessageId(10), choice.messages().getLast());
        choice.none();
        assertEquals(-1, choice.first());
    }

    @Test
    void theNextGoesRound() {
        BitSet first = BitSet.valueOf(new long[] {0b001});
        assertEquals(OptionalInt.of(0), Round.next(first, -1, 1));
        assertEquals(OptionalInt.of(0), Round.next(first, 1, 1));
        assertEquals(OptionalInt.of(0), Round.next(first, 1, -1));
        assertEquals(OptionalInt.of(0), Round.next(first, 0, 1));
        assertEquals(OptionalInt.of(0), Round.next(first, 0, -1));
    }

    @Test
    void thePreviousBeginsAtTheEnd() {
        BitSet both = BitSet.valueOf(new long[] {0b11});
        assertEquals(OptionalInt.of(1), Round.next(both, -1, -1));
        assertEquals(OptionalInt.of(0), Round.next(both, 1, -1));
    }

    @Test
    void nothingWantedIsNoPlace() {
        assertEquals(OptionalInt.empty(), Round.next(new BitSet(), 0, 1));
    }
}
