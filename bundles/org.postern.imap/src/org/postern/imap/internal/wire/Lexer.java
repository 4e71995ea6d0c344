package org.postern.imap.internal.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The words of a response (RFC 9051 §9), read more leniently than the grammar where real servers
 * need it and never beyond the {@link Limits}. Text is one character a byte (ISO 8859-1) until
 * somebody knows better.
 */
public final class Lexer {

    private static final int NUMBER_DIGITS = 19;

    /** What is taken on a server's word; more only as it comes. */
    private static final int CHUNK = 8 * 1024;

    private final WireIn in;
    private final Limits limits;
    private byte[] word = new byte[256];
    private int keepable;

    public Lexer(WireIn in, Limits limits) {
        this.in = in;
        this.limits = limits;
        this.keepable = limits.kept();
    }

    public Limits limits() {
        return limits;
    }

    /** A new response begins. */
    public void startLine() {
        in.startLine();
        keepable = limits.kept();
    }

    /** Whether the next byte is this one. */
    public boolean at(char c) throws IOException {
        return in.peek() == c;
    }

    /** Whether the next byte is a digit. */
    public boolean atDigit() throws IOException {
        int c = in.peek();
        return c >= '0' && c <= '9';
    }

    /** Whether the line is over; its end is not consumed. */
    public boolean atEnd() throws IOException {
        int c = in.peek();
        return c == '\r' || c == '\n';
    }

    /** Consumes the byte if it is the next one. */
    public boolean accept(char c) throws IOException {
        if (!at(c)) {
            return false;
        }
        in.read();
        return true;
    }

    /** Consumes the byte. */
    public void expect(char c) throws IOException {
        if (!accept(c)) {
            throw new Garbled("'" + c + "' is missing");
        }
    }

    /** Passes over blanks, however many. */
    public void spaces() throws IOException {
        while (accept(' ')) {
            continue;
        }
    }

    /** A word of that kind; at least one byte. */
    public String word(WordKind kind) throws IOException {
        int length = gather(kind);
        return new String(word, 0, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * A word of that kind as its place among the known ones.
     *
     * @return {@link Keywords#UNKNOWN} for another
     */
    public int word(WordKind kind, Keywords known) throws IOException {
        int length = gather(kind);
        return known.find(word, length);
    }

    /** How many bytes the next word has; they are in {@link #word} then. */
    private int gather(WordKind kind) throws IOException {
        int length = 0;
        while (!kind.ends(in.peek())) {
            if (length == word.length) {
                word = Arrays.copyOf(word, length * 2);
            }
            length += in.readWord(kind, word, length);
        }
        if (length == 0) {
            throw new Garbled("a word is missing");
        }
        return length;
    }

    /** A number below 2^63. */
    public long number() throws IOException {
        long value = 0;
        int digits = 0;
        while (atDigit()) {
            value = value * 10 + (in.read() - '0');
            if (++digits > NUMBER_DIGITS || value < 0) {
                throw new Garbled("a number is too large");
            }
        }
        if (digits == 0) {
            throw new Garbled("a number is missing");
        }
        return value;
    }

    /** An atom, a quoted string or a literal, as text. */
    public String astring() throws IOException {
        return isString() ? text(string()) : word(WordKind.ASTRING);
    }

    /** A string or NIL. */
    public Optional<byte[]> nstring() throws IOException {
        if (isString()) {
            return Optional.of(string());
        }
        String nil = word(WordKind.ATOM);
        if (!nil.equalsIgnoreCase("NIL")) {
            throw new Garbled("neither a string nor NIL");
        }
        return Optional.empty();
    }

    /** Whether a quoted string or a literal comes. */
    public boolean isString() throws IOException {
        return at('"') || atLiteral();
    }

    /** Whether a literal comes. */
    public boolean atLiteral() throws IOException {
        return at('{');
    }

    /**
     * The bytes of a quoted string or a literal, cut where {@link Limits#kept()} says; a response
     * full of literals does not get more in all.
     */
    public byte[] string() throws IOException {
        return at('"') ? quoted() : kept(openLiteral());
    }

    /** The beginning of a literal; {@link #closeLiteral} must follow. */
    public LiteralStream openLiteral() throws IOException {
        long size = announcedSize();
        if (size > limits.literal()) {
            throw new LimitReached("a literal of " + size + " bytes");
        }
        return new LiteralStream(in, size);
    }

    /** Whoever cannot read the size cannot know where the next response begins: no leniency. */
    private long announcedSize() throws IOException {
        try {
            expect('{');
            long size = number();
            accept('+');
            expect('}');
            endOfLine();
            return size;
        } catch (Garbled unreadable) {
            throw new LimitReached("a literal of unreadable size");
        }
    }

    /** Passes over what nobody read. */
    public void closeLiteral(LiteralStream literal) throws IOException {
        literal.finish();
    }

    private byte[] kept(LiteralStream literal) throws IOException {
        int most = (int) Math.min(literal.size(), keepable);
        byte[] bytes = new byte[Math.min(most, CHUNK)];
        int length = literal.readNBytes(bytes, 0, bytes.length);
        while (length == bytes.length && length < most) {
            bytes = Arrays.copyOf(bytes, Math.min(most, length * 2));
            length += literal.readNBytes(bytes, length, bytes.length - length);
        }
        literal.finish();
        keepable -= length;
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private byte[] quoted() throws IOException {
        expect('"');
        int length = 0;
        while (!accept('"')) {
            accept('\\');
            if (atEnd()) {
                throw new Garbled("a quoted string does not end");
            }
            length = append(length, in.read());
        }
        return Arrays.copyOf(word, length);
    }

    private int append(int length, int octet) {
        if (length == word.length) {
            word = Arrays.copyOf(word, length * 2);
        }
        word[length] = (byte) octet;
        return length + 1;
    }

    /**
     * What stands between brackets behind BODY.
     *
     * @param known words with which a section may begin
     * @return which of them; empty for a message as a whole
     */
    public OptionalInt section(Keywords known) throws IOException {
        expect('[');
        OptionalInt first = OptionalInt.empty();
        if (!at(']')) {
            first = OptionalInt.of(isString() ? Keywords.UNKNOWN : word(WordKind.SECTION, known));
        }
        while (!accept(']')) {
            if (atEnd()) {
                throw new Garbled("a section does not end");
            }
            skipSectionPart();
        }
        return first;
    }

    private void skipSectionPart() throws IOException {
        if (isString()) {
            string();
        } else if (!accept(' ')) {
            gather(WordKind.SECTION);
        }
    }

    /** A sequence-set of UIDs, without {@code *}. */
    public UidSet uidSet() throws IOException {
        UidSetBuilder set = new UidSetBuilder();
        int count = 0;
        do {
            long first = uid();
            set.add(first, accept(':') ? uid() : first);
            counted(++count);
        } while (accept(','));
        return set.build();
    }

    /** Numbers with blanks between them, up to the line's end or something else. */
    public UidSet uids() throws IOException {
        UidSetBuilder set = new UidSetBuilder();
        int count = 0;
        for (spaces(); atDigit(); spaces()) {
            set.add(uid());
            counted(++count);
        }
        return set.build();
    }

    /** A long list of numbers is no long line: it gets another line's worth for each. */
    private void counted(int count) throws LimitReached {
        if (count > limits.ids()) {
            throw new LimitReached("more than " + limits.ids() + " message numbers at once");
        }
        in.renewBudget();
    }

    /** A number that can be a UID. */
    public long uid() throws IOException {
        long uid = number();
        if (uid < 1 || uid > UidSet.MAX) {
            throw new Garbled("a message number is out of range");
        }
        return uid;
    }

    /** Passes over one value of any kind. */
    public void skipValue() throws IOException {
        int depth = 0;
        do {
            spaces();
            if (accept('(')) {
                depth = deeper(depth);
            } else if (depth > 0 && accept(')')) {
                depth--;
            } else {
                skipSimple();
            }
        } while (depth > 0);
    }

    private int deeper(int depth) throws LimitReached {
        if (depth >= limits.nesting()) {
            throw new LimitReached("more than " + limits.nesting() + " nested parentheses");
        }
        return depth + 1;
    }

    private void skipSimple() throws IOException {
        if (at('"')) {
            quoted();
        } else if (atLiteral()) {
            openLiteral().finish();
        } else {
            word(WordKind.ASTRING);
        }
    }

    /** All up to the line's end, which is consumed. */
    public String restOfLine() throws IOException {
        String rest = atEnd() ? "" : word(WordKind.LINE);
        endOfLine();
        return rest;
    }

    /** The line's end; a bare LF will do. */
    public void endOfLine() throws IOException {
        accept('\r');
        expect('\n');
    }

    /** Passes over the rest of a response, literals included, whatever stands there. */
    public void skipResponse() throws IOException {
        int before = 0;
        while (!atEnd()) {
            before = in.peek() == '{' && before != '\\' ? skipBrace() : in.read();
        }
        endOfLine();
    }

    private int skipBrace() throws IOException {
        in.read();
        long size = 0;
        for (int digits = 0; atDigit() && digits < NUMBER_DIGITS - 1; digits++) {
            size = size * 10 + (in.read() - '0');
        }
        accept('+');
        boolean literal = accept('}') && atEnd();
        if (literal) {
            skipLiteral(size);
        }
        return '}';
    }

    private void skipLiteral(long size) throws IOException {
        endOfLine();
        if (size > limits.literal()) {
            throw new LimitReached("a literal of " + size + " bytes");
        }
        new LiteralStream(in, size).finish();
    }

    /** Bytes as text, one character each. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
