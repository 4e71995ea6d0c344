package org.postern.search;

import org.postern.store.MessageRow;

import java.util.Objects;

/**
 * A message that was found.
 *
 * @param row as the store has it now
 * @param score how much the query's words matter in it; 0 in the order of time
 */
public record Hit(MessageRow row, float score) {

    public Hit {
        Objects.requireNonNull(row, "row");
    }
}
