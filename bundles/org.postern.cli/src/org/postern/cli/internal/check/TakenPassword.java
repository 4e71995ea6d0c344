package org.postern.cli.internal.check;

import org.postern.core.Secret;

import java.util.Arrays;
import java.util.Optional;

/**
 * Takes the password out of a line of JSON before the parser sees it, which would make a string of
 * it that nobody can wipe. What is not plainly a password stays and is the parser's to judge.
 */
public final class TakenPassword {

    private static final char[] NAME = "password".toCharArray();
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final char[] line;
    private final char[] value;
    private int at;
    private int length;

    private TakenPassword(char[] line) {
        this.line = line;
        value = new char[line.length];
    }

    /**
     * @param line the password's characters in it become {@code x}
     * @return the caller closes it; empty when the line has none, or not as a sound string
     */
    public static Optional<Secret> from(char[] line) {
        TakenPassword search = new TakenPassword(line);
        try {
            return search.find();
        } finally {
            Arrays.fill(search.value, '\0');
        }
    }

    /** Only a field of the object itself counts; the first one, since a second is a mistake. */
    private Optional<Secret> find() {
        int depth = 0;
        while (at < line.length) {
            char c = line[at];
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (c != '"') {
                at++;
            } else if (depth == 1 && isName()) {
                return taken();
            } else {
                skipString();
            }
        }
        return Optional.empty();
    }

    /** Whether the string that begins here names the field; then what begins here is its value. */
    private boolean isName() {
        int end = at + 1 + NAME.length;
        boolean named =
                end < line.length
                        && Arrays.equals(line, at + 1, end, NAME, 0, NAME.length)
                        && line[end] == '"';
        int colon = named ? afterBlanks(end + 1) : line.length;
        int begin = colon < line.length && line[colon] == ':' ? afterBlanks(colon + 1) : at;
        boolean text = begin > at && begin < line.length && line[begin] == '"';
        at = text ? begin : at;
        return text;
    }

    private int afterBlanks(int from) {
        int next = from;
        while (next < line.length && Character.isWhitespace(line[next])) {
            next++;
        }
        return next;
    }

    private void skipString() {
        at++;
        while (at < line.length && line[at] != '"') {
            at += line[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private Optional<Secret> taken() {
        int begin = at + 1;
        at = begin;
        while (at < line.length && line[at] != '"') {
            if (!takeOne()) {
                return Optional.empty();
            }
        }
        if (at >= line.length) {
            return Optional.empty();
        }
        Arrays.fill(line, begin, at, 'x');
        char[] characters = Arrays.copyOf(value, length);
        try {
            return Optional.of(Secret.of(characters));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private boolean takeOne() {
        char c = line[at++];
        if (c < ' ') {
            return false;
        }
        if (c != '\\') {
            value[length++] = c;
            return true;
        }
        return at < line.length && takeEscaped(line[at++]);
    }

    private boolean takeEscaped(char kind) {
        int known = ESCAPES.indexOf(kind);
        if (known >= 0) {
            value[length++] = MEANT.charAt(known);
            return true;
        }
        return kind == 'u' && takeCoded();
    }

    private boolean takeCoded() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < line.length ? Character.digit(line[at++], 16) : -1;
            if (digit < 0) {
                return false;
            }
            code = code << 4 | digit;
        }
        value[length++] = (char) code;
        return true;
    }
}
