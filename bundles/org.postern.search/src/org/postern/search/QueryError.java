package org.postern.search;

import java.util.Objects;

/** A query that cannot be understood, and where. Its message is a sentence for the user. */
public final class QueryError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    /**
     * @param from where in the query the wrong part begins, in characters from 0
     * @param to where it ends, not included; not before {@code from}
     * @param sentence what is wrong with it
     */
    public QueryError(int from, int to, String sentence) {
        super(Objects.requireNonNull(sentence, "sentence"));
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(from + " to " + to);
        }
        this.from = from;
        this.to = to;
    }

    /** Where the wrong part begins, in characters from 0. */
    public int from() {
        return from;
    }

    /** Where the wrong part ends, not included. */
    public int to() {
        return to;
    }
}
