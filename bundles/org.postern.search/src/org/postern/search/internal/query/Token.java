package org.postern.search.internal.query;

/**
 * A piece of a query.
 *
 * @param text of a word, phrase or field, without its marks
 * @param from where it begins
 * @param to where it ends, not included
 * @param star whether a star follows
 */
record Token(Kind kind, String text, int from, int to, boolean star) {

    enum Kind {
        OPEN,
        CLOSE,
        MINUS,
        OR,
        AND,
        /** A name with a colon. */
        FIELD,
        WORD,
        PHRASE,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isText() {
        return kind == Kind.WORD || kind == Kind.PHRASE;
    }
}
