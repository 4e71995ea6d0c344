package org.postern.ui.internal.list;

import org.postern.store.MessageRow;

import java.util.List;
import java.util.Optional;

/**
 * An answer to what a list is to show.
 *
 * @param listing which lines
 * @param rows those of lines that came with it
 * @param total how many messages there are, whatever the filter
 * @param mistake why there are none, when the question was wrong
 */
record Lines(Listing listing, List<MessageRow> rows, int total, Optional<Mistake> mistake) {

    static final Lines NONE = of(Listing.EMPTY, 0);

    /**
     * What is wrong with a query.
     *
     * @param from where the wrong part begins
     * @param to where it ends, not included
     * @param sentence what is wrong
     */
    record Mistake(int from, int to, String sentence) {}

    static Lines of(Listing listing, int total) {
        return new Lines(listing, List.of(), total, Optional.empty());
    }

    static Lines wrong(Mistake mistake) {
        return new Lines(Listing.EMPTY, List.of(), 0, Optional.of(mistake));
    }
}
