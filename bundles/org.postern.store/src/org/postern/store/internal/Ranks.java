package org.postern.store.internal;

import org.postern.store.internal.sql.Link;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where in a long list each thousandth row stands, so that any page is found with a short walk from
 * the mark before it. Made when somebody first looks beyond the beginning, and kept in step with
 * every commit after that.
 */
final class Ranks {

    static final int STEP = 1_000;

    /** A mark, and how many rows there are from it, itself not counted, to the next mark's. */
    private static final class Mark {
        private final Place place;
        private int rows;

        Mark(Place place, int rows) {
            this.place = place;
            this.rows = rows;
        }
    }

    /** From which place a page is so many rows away. */
    record Start(Place after, int skip) {}

    private List<Mark> marks = List.of();

    /** Whether the marks are set; the beginning of a list can be found without. */
    synchronized boolean made() {
        return !marks.isEmpty();
    }

    /** Sets the marks; nobody may commit meanwhile. */
    synchronized boolean make(Link link, long mailbox) throws SQLException {
        if (made()) {
            return false;
        }
        List<Mark> found = new ArrayList<>();
        Optional<Place> place = Optional.of(Place.TOP);
        while (place.isPresent()) {
            found.add(new Mark(place.get(), STEP));
            place = MessageTable.placeAfter(link, mailbox, place.get(), STEP);
        }
        marks = found; // the last one's rows are not counted, for nothing comes after them
        return true;
    }

    synchronized void forget() {
        marks = List.of();
    }

    synchronized void removed(Collection<Place> places) {
        if (made()) {
            places.forEach(place -> mark(place).rows--);
        }
    }

    synchronized void added(Collection<Place> places) {
        if (made()) {
            places.forEach(place -> mark(place).rows++);
            int last = marks.size() - 1;
            if (marks.stream().limit(last).anyMatch(mark -> mark.rows > 8 * STEP)) {
                forget();
            }
        }
    }

    /** The mark before a place; a row that is itself the next mark still belongs to this one. */
    private Mark mark(Place place) {
        int low = 0;
        int high = marks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (marks.get(middle).place.compareTo(place) < 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return marks.get(low);
    }

    /** Where to begin to walk to a row. */
    synchronized Start start(int row) {
        int left = row;
        for (Mark mark : marks) {
            boolean last = mark == marks.getLast();
            if (last || left < mark.rows) {
                return new Start(mark.place, left);
            }
            left -= mark.rows;
        }
        return new Start(Place.TOP, row);
    }
}
