package org.postern.ui.internal.list;

import org.postern.store.MessageRow;

import java.util.List;

/**
 * An answer to what a list is to show.
 *
 * @param listing which lines
 * @param rows those of the first lines, where they came with it
 * @param total how many messages there are, whatever the filter
 */
record Lines(Listing listing, List<MessageRow> rows, int total) {

    static final Lines NONE = new Lines(Listing.EMPTY, List.of(), 0);
}
