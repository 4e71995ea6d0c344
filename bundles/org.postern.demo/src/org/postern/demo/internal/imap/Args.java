package org.postern.demo.internal.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Reads the arguments of a command from left to right, RFC 9051 section 9. */
final class Args {
    private static final String ATOM_SPECIALS = "(){%*\"\\]";

    private final byte[] bytes;
    private int at;

    Args(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return at >= bytes.length;
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return atEnd() ? 0 : (char) (bytes[at] & 0xff);
    }

    boolean skip(char wanted) {
        boolean there = peek() == wanted && !atEnd();
        at += there ? 1 : 0;
        return there;
    }

    Args expect(char wanted) {
        if (!skip(wanted)) {
            throw Refusal.bad("Expected '" + wanted + "' at character " + at);
        }
        return this;
    }

    Args space() {
        return expect(' ');
    }

    void end() {
        if (!atEnd()) {
            throw Refusal.bad("Too many arguments");
        }
    }

    /** A run of characters that are not among the given ones, controls or spaces. */
    String run(String stops) {
        int start = at;
        while (!atEnd() && peek() > ' ' && peek() != 0x7f && stops.indexOf(peek()) < 0) {
            at++;
        }
        if (start == at) {
            throw Refusal.bad("Argument missing at character " + at);
        }
        return new String(bytes, start, at - start, StandardCharsets.UTF_8);
    }

    String atom() {
        return run(ATOM_SPECIALS);
    }

    /** An atom in upper case: a keyword. */
    String word() {
        return atom().toUpperCase(Locale.ROOT);
    }

    /** Whether the given keyword comes next; if so, it is consumed. */
    boolean skipWord(String word) {
        int end = at + word.length();
        boolean there =
                end <= bytes.length
                        && new String(bytes, at, word.length(), StandardCharsets.US_ASCII)
                                .equalsIgnoreCase(word);
        at = there ? end : at;
        return there;
    }

    String flag() {
        return skip('\\') ? "\\" + atom() : atom();
    }

    long number() {
        String digits = run(ATOM_SPECIALS + ",:.<>");
        if (!digits.matches("\\d{1,18}")) {
            throw Refusal.bad("Not a number: " + digits);
        }
        return Long.parseLong(digits);
    }

    /** An astring as text; UTF-8 is taken as it comes. */
    String astring() {
        return new String(astringBytes(), StandardCharsets.UTF_8);
    }

    byte[] astringBytes() {
        return switch (peek()) {
            case '"' -> quoted();
            case '{', '~' -> literal();
            default -> run("(){%*\"\\").getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A mailbox pattern: like an astring, but wildcards are allowed. */
    String pattern() {
        return peek() == '"' || peek() == '{' ? astring() : run("(){\"\\");
    }

    private byte[] quoted() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        at++;
        while (!skip('"')) {
            skip('\\');
            if (atEnd() || peek() == '\r' || peek() == '\n') {
                throw Refusal.bad("Quoted string without an end");
            }
            text.write(bytes[at++]);
        }
        return text.toByteArray();
    }

    /** A literal, with or without the tilde of RFC 3516. */
    byte[] literal() {
        boolean binary = skip('~');
        expect('{');
        int size = (int) number("}+");
        skip('+');
        expect('}').expect('\r').expect('\n');
        byte[] data = Arrays.copyOfRange(bytes, at, at + size);
        at += size;
        if (!binary && new String(data, StandardCharsets.ISO_8859_1).indexOf(0) >= 0) {
            throw Refusal.bad("NUL in a literal");
        }
        return data;
    }

    private long number(String stops) {
        String digits = run(stops);
        if (!digits.matches("\\d{1,10}") || Long.parseLong(digits) > bytes.length - at) {
            throw Refusal.bad("Not the size of a literal: " + digits);
        }
        return Long.parseLong(digits);
    }

    /** Items in parentheses, separated by single spaces; maybe none. */
    <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        expect('(');
        while (!skip(')')) {
            if (!items.isEmpty()) {
                space();
            }
            items.add(item.get());
        }
        return items;
    }

    /** The rest of the line as it is. */
    String rest() {
        String rest = new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
        at = bytes.length;
        return rest;
    }
}
