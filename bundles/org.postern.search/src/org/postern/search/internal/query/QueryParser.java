package org.postern.search.internal.query;

import org.postern.search.Clause;
import org.postern.search.Clause.Place;
import org.postern.search.QueryError;
import org.postern.search.internal.Messages;
import org.postern.search.internal.query.Token.Kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads queries. {@code OR} binds more closely than standing beside each other. */
public final class QueryParser {

    private static final int DEEPEST = 50;

    private final List<Token> tokens;
    private final Values values;
    private final boolean typing;
    private final int length;
    private int next;

    private QueryParser(String text, LocalDate today, boolean typing) throws QueryError {
        this.tokens = Lexer.tokens(text, typing);
        this.values = new Values(today);
        this.typing = typing;
        this.length = text.length();
    }

    /**
     * @param typing whether the user may go on typing at the end
     */
    public static Clause read(String text, LocalDate today, boolean typing) throws QueryError {
        QueryParser parser = new QueryParser(text, today, typing);
        Clause all = parser.all(Place.ANYWHERE, 0);
        if (parser.peek().is(Kind.CLOSE)) {
            throw parser.wrong(parser.peek(), "query.close");
        }
        return all;
    }

    private Clause all(Place place, int depth) throws QueryError {
        List<Clause> parts = new ArrayList<>();
        while (!peek().is(Kind.END) && !peek().is(Kind.CLOSE)) {
            if (peek().is(Kind.AND)) {
                next++;
            } else {
                any(place, depth).ifPresent(parts::add);
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Clause.All(parts);
    }

    /** Alternatives; empty when all of it is yet to be typed. */
    private Optional<Clause> any(Place place, int depth) throws QueryError {
        List<Clause> parts = new ArrayList<>();
        operand(place, depth).ifPresent(parts::add);
        while (peek().is(Kind.OR)) {
            Token or = tokens.get(next++);
            if (!typing || !peek().is(Kind.END)) {
                needOperand(or);
                operand(place, depth).ifPresent(parts::add);
            }
        }
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.getFirst());
            default -> Optional.of(new Clause.Any(parts));
        };
    }

    private void needOperand(Token or) throws QueryError {
        switch (peek().kind()) {
            case END, CLOSE, OR, AND -> throw wrong(or, "query.or");
            default -> {
                // Something that can be read follows.
            }
        }
    }

    private Optional<Clause> operand(Place place, int depth) throws QueryError {
        Token token = tokens.get(next);
        if (depth > DEEPEST) {
            throw wrong(token, "query.deep");
        }
        next++;
        return switch (token.kind()) {
            case MINUS -> operand(place, depth + 1).map(Clause.Not::new);
            case OPEN -> Optional.of(group(token, place, depth + 1));
            case FIELD -> field(token, depth);
            case WORD, PHRASE -> Optional.of(words(place, token));
            default -> nothing(token);
        };
    }

    private Optional<Clause> nothing(Token token) throws QueryError {
        if (typing && token.is(Kind.END)) {
            next--;
            return Optional.empty();
        }
        throw wrong(token, "query.or");
    }

    private Clause group(Token open, Place place, int depth) throws QueryError {
        Clause inside = all(place, depth);
        if (peek().is(Kind.CLOSE)) {
            next++;
        } else if (!typing) {
            throw wrong(open, "query.open");
        }
        return inside;
    }

    private Optional<Clause> field(Token field, int depth) throws QueryError {
        Token value = peek();
        if (value.is(Kind.END) && typing) {
            return Optional.empty();
        }
        Optional<Place> place = Fields.place(field.text());
        if (value.from() == field.to() && place.isPresent() && value.is(Kind.OPEN)) {
            return operand(place.get(), depth);
        }
        if (value.from() == field.to() && value.is(Kind.OPEN)) {
            throw wrong(value, "query.group", field.text());
        }
        if (value.from() != field.to() || !value.isText()) {
            throw wrong(field, "query.value", field.text());
        }
        next++;
        return place.isPresent()
                ? Optional.of(words(place.get(), value))
                : single(field.text(), value);
    }

    private Optional<Clause> single(String name, Token value) throws QueryError {
        try {
            return Optional.of(values.clause(name, value));
        } catch (QueryError e) {
            if (typing && value.to() == length) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Clause words(Place place, Token token) throws QueryError {
        if (token.is(Kind.WORD)) {
            refuseMisspelt(token);
        }
        boolean last = typing && token.is(Kind.WORD) && token.to() == length;
        return new Clause.Words(place, token.text(), token.star() || last);
    }

    private void refuseMisspelt(Token token) throws QueryError {
        int colon = token.text().indexOf(':');
        String name = token.text().substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        Optional<String> meant = Fields.meant(name);
        if (meant.isPresent()) {
            throw wrong(token, "query.field", name, meant.get());
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private QueryError wrong(Token token, String key, Object... with) {
        return new QueryError(token.from(), token.to(), Messages.format(key, with));
    }
}
