package org.postern.search.internal.query;

import org.postern.search.QueryError;
import org.postern.search.internal.Messages;
import org.postern.search.internal.query.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a query apart. */
final class Lexer {

    /** Longer than anything that a person would write. */
    static final int LONGEST = 4_000;

    private final String text;
    private final boolean typing;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, boolean typing) {
        this.text = text;
        this.typing = typing;
    }

    /** The pieces, the last of which is {@link Kind#END}. */
    static List<Token> tokens(String text, boolean typing) throws QueryError {
        if (text.length() > LONGEST) {
            throw new QueryError(LONGEST, text.length(), Messages.format("query.long"));
        }
        return new Lexer(text, typing).run();
    }

    private List<Token> run() throws QueryError {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else {
                piece(c);
            }
        }
        add(Kind.END, "", at, false);
        return tokens;
    }

    private void piece(char c) throws QueryError {
        int start = at;
        switch (c) {
            case '(' -> single(Kind.OPEN);
            case ')' -> single(Kind.CLOSE);
            case '"' -> phrase(start);
            case '-' -> {
                if (at + 1 < text.length() && !isEnd(text.charAt(at + 1), false)) {
                    single(Kind.MINUS);
                } else {
                    word(start);
                }
            }
            default -> word(start);
        }
    }

    private void single(Kind kind) {
        at++;
        add(kind, text.substring(at - 1, at), at - 1, false);
    }

    private void phrase(int start) throws QueryError {
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inside.append(text.charAt(at++));
        }
        boolean open = at == text.length();
        if (open && !typing) {
            throw new QueryError(start, at, Messages.format("query.quote"));
        }
        at += open ? 0 : 1;
        boolean star = at < text.length() && text.charAt(at) == '*';
        at += star ? 1 : 0;
        phrase(inside.toString(), start, star || open);
    }

    private void phrase(String inside, int start, boolean star) throws QueryError {
        if (!inside.isBlank()) {
            add(Kind.PHRASE, inside, start, star);
        } else if (!typing) {
            throw new QueryError(start, at, Messages.format("query.emptyQuote"));
        }
    }

    private void word(int start) {
        while (at < text.length() && !isEnd(text.charAt(at), true)) {
            at++;
            if (text.charAt(at - 1) == ':' && Fields.isName(name(start))) {
                add(Kind.FIELD, name(start), start, false);
                return;
            }
        }
        String word = text.substring(start, at);
        switch (word) {
            case "OR" -> add(Kind.OR, word, start, false);
            case "AND" -> add(Kind.AND, word, start, false);
            default -> starred(word, start);
        }
    }

    private String name(int start) {
        return text.substring(start, at - 1).toLowerCase(Locale.ROOT);
    }

    private void starred(String word, int start) {
        boolean star = word.length() > 1 && word.endsWith("*");
        add(Kind.WORD, star ? word.substring(0, word.length() - 1) : word, start, star);
    }

    private void add(Kind kind, String of, int start, boolean star) {
        tokens.add(new Token(kind, of, start, at, star));
    }

    private static boolean isEnd(char c, boolean quoteEnds) {
        return isSpace(c) || c == ')' || quoteEnds && (c == '(' || c == '"');
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ';
    }
}
