package org.postern.search;

import org.postern.search.internal.query.QueryParser;
import org.postern.search.internal.query.QueryText;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * What is looked for. Words beside each other must all be there; {@code OR}, {@code -} and
 * parentheses do what one expects; {@code "words in quotes"} stand side by side; {@code wor*} is
 * the beginning of a word. Besides words: {@code from: to: cc: subject: body: attachment:}, {@code
 * has:attachment}, {@code is:unread|read|flagged|answered|forwarded|draft} (also {@code tag:}),
 * {@code in:} a mailbox, {@code account:}, {@code before: after:} with a day ({@code 2024-03-31},
 * {@code 2024-03}, {@code 2024}, {@code today}, {@code yesterday}, {@code 7d}, {@code 2w}, {@code
 * 3m}, {@code 1y}), {@code larger: smaller:} with a size ({@code 500k}, {@code 5M}). Immutable.
 *
 * @param root what a message has to be like
 */
public record Query(Clause root) {

    /** Finds everything. */
    public static final Query EVERYTHING = new Query(new Clause.All(List.of()));

    public Query {
        root = QueryText.normal(root);
    }

    /**
     * Reads a query. One without anything in it finds everything.
     *
     * @throws QueryError when it cannot be understood
     */
    public static Query parse(String text) throws QueryError {
        return parse(text, LocalDate.now(Clock.systemDefaultZone()));
    }

    /**
     * @param today what {@code yesterday} and the like count from
     */
    public static Query parse(String text, LocalDate today) throws QueryError {
        return new Query(QueryParser.read(text, today, false));
    }

    /**
     * Reads a query that the user is still typing: its last word may go on in the message, and what
     * is not finished, such as a quote that is still open, is taken as far as it goes.
     *
     * @throws QueryError when no ending could make it right
     */
    public static Query typing(String text) throws QueryError {
        return new Query(QueryParser.read(text, LocalDate.now(Clock.systemDefaultZone()), true));
    }

    /** The query as text, from which {@link #parse} makes an equal one. */
    public String text() {
        return QueryText.of(root);
    }

    /** Both this and that. */
    public Query and(Query other) {
        return new Query(new Clause.All(List.of(root, other.root)));
    }
}
