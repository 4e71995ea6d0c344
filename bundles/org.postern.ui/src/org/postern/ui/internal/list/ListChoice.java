package org.postern.ui.internal.list;

import org.postern.store.MessageId;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which lines are selected, which has the focus, and where a range begins; kept by message when the
 * list changes. Only for one thread.
 */
public final class ListChoice {

    private static final int NOWHERE = -1;

    private Listing listing = Listing.EMPTY;
    private BitSet chosen = new BitSet();
    private int focus = NOWHERE;
    private int anchor = NOWHERE;

    /** Goes on with another list, with the same messages selected as far as they are in it. */
    public void listing(Listing next) {
        if (next == listing) {
            return;
        }
        long[] ids =
                chosen.stream().mapToLong(place -> listing.id(place).value()).sorted().toArray();
        int newFocus = moved(focus, next);
        anchor = moved(anchor, next);
        chosen = next.places(ids);
        listing = next;
        focus = newFocus >= 0 ? newFocus : chosen.nextSetBit(0);
    }

    private int moved(int place, Listing next) {
        if (place < 0) {
            return NOWHERE;
        }
        OptionalInt found = next.place(listing.id(place));
        return found.orElse(NOWHERE);
    }

    /** Selects this line only. */
    public void only(int place) {
        chosen.clear();
        chosen.set(place);
        focus = place;
        anchor = place;
    }

    /** Selects from where a range began to this line. */
    public void extendTo(int place) {
        int from = anchor >= 0 ? anchor : Math.max(0, focus);
        chosen.clear();
        chosen.set(Math.min(from, place), Math.max(from, place) + 1);
        anchor = from;
        focus = place;
    }

    /** Selects this line besides the others, or not any more. */
    public void toggle(int place) {
        chosen.flip(place);
        focus = place;
        anchor = place;
    }

    /** Moves the focus and leaves what is selected. */
    public void moveFocus(int place) {
        focus = place;
    }

    public void all() {
        chosen.set(0, listing.size());
        focus = Math.max(0, focus);
    }

    public void none() {
        chosen.clear();
        anchor = NOWHERE;
    }

    public boolean has(int place) {
        return chosen.get(place);
    }

    /** How many lines are selected. */
    public int count() {
        return chosen.cardinality();
    }

    /** The first line that is selected; -1 when none is. */
    public int first() {
        return chosen.nextSetBit(0);
    }

    /** The last line that is selected; -1 when none is. */
    public int last() {
        return chosen.length() - 1;
    }

    /** The line that keys begin from; -1 before anybody was there. */
    public int focus() {
        return focus < listing.size() ? focus : NOWHERE;
    }

    /** The lines that are selected, rising. */
    public int[] places() {
        return chosen.stream().toArray();
    }

    /** The messages on the lines that are selected: of a closed thread only the newest. */
    public List<MessageId> messages() {
        return chosen.stream().mapToObj(listing::id).toList();
    }

    /** All messages that the lines stand for. */
    public List<MessageId> allMessages() {
        return IntStream.of(places()).boxed().flatMap(p -> listing.all(p).stream()).toList();
    }
}
