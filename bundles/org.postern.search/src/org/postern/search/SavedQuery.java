package org.postern.search;

import java.util.Objects;

/**
 * A query that the user gave a name.
 *
 * @param name not blank, without line ends; no two have the same
 * @param text as the user wrote it, so that {@code yesterday} stays what it means
 */
public record SavedQuery(String name, String text) {

    public SavedQuery {
        if (name.isBlank() || name.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        Objects.requireNonNull(text, "text");
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("a query of several lines");
        }
    }

    /** The query that it stands for now. */
    public Query query() throws QueryError {
        return Query.parse(text);
    }
}
