package org.postern.search;

import java.util.List;

/**
 * A part of what was found.
 *
 * @param hits in order; may be fewer than were asked for although more follow, since messages that
 *     went meanwhile are left out
 * @param total how many there are in all
 */
public record Page(List<Hit> hits, long total) {

    public Page {
        hits = List.copyOf(hits);
        if (total < 0) {
            throw new IllegalArgumentException("total " + total);
        }
    }
}
