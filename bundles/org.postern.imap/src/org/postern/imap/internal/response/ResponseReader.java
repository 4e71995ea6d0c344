package org.postern.imap.internal.response;

import org.postern.core.MailException;
import org.postern.imap.internal.wire.Garbled;
import org.postern.imap.internal.wire.Lexer;
import org.postern.imap.internal.wire.Limits;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.WireIn;
import org.postern.imap.internal.wire.WordKind;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one response after the other. A response that it does not understand is passed over where
 * nothing hangs on it; one on which the next would hang (a search result, the end of a command)
 * throws {@link Garbled}.
 */
public final class ResponseReader {

    private static final int BLANK_LINES = 10;
    private static final int LONGEST_NAME = 4096;

    /** RFC 9051 §7.3.1 and its extensions know fewer than twenty, all of them shorter. */
    private static final int MOST_ATTRIBUTES = 50;

    private static final int LONGEST_ATTRIBUTE = 50;

    private final Lexer lexer;

    public ResponseReader(WireIn in, Limits limits) {
        this.lexer = new Lexer(in, limits);
    }

    /**
     * The next response.
     *
     * @param bodies takes message bodies on the way
     */
    public Response next(LiteralSink bodies) throws IOException, MailException {
        skipBlankLines();
        if (lexer.accept('+')) {
            return new Continuation(lexer.restOfLine().strip());
        }
        return lexer.accept('*') ? untagged(bodies) : completion();
    }

    private void skipBlankLines() throws IOException {
        lexer.startLine();
        for (int lines = 0; lexer.atEnd(); lines++) {
            if (lines == BLANK_LINES) {
                throw new Garbled("nothing but empty lines");
            }
            lexer.endOfLine();
        }
    }

    private Completion completion() throws IOException {
        String tag = lexer.word(WordKind.ASTRING);
        lexer.spaces();
        Status status = judgement(lexer.word(WordKind.ATOM));
        String rest = lexer.restOfLine();
        return new Completion(tag, status, Conditions.code(rest), Conditions.text(rest));
    }

    private static Status judgement(String word) throws Garbled {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "OK" -> Status.OK;
            case "NO" -> Status.NO;
            case "BAD" -> Status.BAD;
            default -> throw new Garbled("neither a response nor the end of a command");
        };
    }

    private Response untagged(LiteralSink bodies) throws IOException, MailException {
        lexer.spaces();
        return lexer.atDigit() ? numbered(bodies) : named();
    }

    private Response numbered(LiteralSink bodies) throws IOException, MailException {
        long number = lexer.number();
        lexer.spaces();
        String name = lexer.word(WordKind.ATOM).toUpperCase(Locale.ROOT);
        return switch (name) {
            case "FETCH" -> fetched(bodies);
            case "EXISTS" -> passing(new Exists(number));
            case "EXPUNGE" -> passing(new Expunged(number));
            default -> passing(new Other(name));
        };
    }

    private Response fetched(LiteralSink bodies) throws IOException, MailException {
        try {
            return new FetchParser(lexer, bodies).parse();
        } catch (Garbled oneMessageOnly) {
            return passing(new Other("FETCH"));
        }
    }

    private Response named() throws IOException {
        String name = lexer.word(WordKind.ATOM).toUpperCase(Locale.ROOT);
        return switch (name) {
            case "OK", "NO", "BAD", "BYE", "PREAUTH" -> condition(Status.valueOf(name));
            case "CAPABILITY" -> Capabilities.parse(lexer.restOfLine());
            case "ENABLED" -> new Enabled(Capabilities.parse(lexer.restOfLine()).names());
            case "LIST", "LSUB" -> mailbox(name);
            case "SEARCH" -> search();
            case "ESEARCH" -> extendedSearch();
            case "VANISHED" -> vanished();
            case "STATUS" -> status();
            default -> passing(new Other(name));
        };
    }

    private Response passing(Response response) throws IOException {
        lexer.skipResponse();
        return response;
    }

    private Condition condition(Status status) throws IOException {
        String rest = lexer.restOfLine();
        return new Condition(status, Conditions.code(rest), Conditions.text(rest));
    }

    private Response mailbox(String name) throws IOException {
        try {
            return passing(entry(name.equals("LSUB")));
        } catch (Garbled oneMailboxOnly) {
            return passing(new Other(name));
        }
    }

    private Response entry(boolean subscription) throws IOException {
        lexer.spaces();
        Set<String> attributes = attributes();
        lexer.spaces();
        Optional<Character> delimiter = delimiter();
        lexer.spaces();
        String mailbox = lexer.astring();
        return mailbox.isEmpty() || mailbox.length() > LONGEST_NAME
                ? new Other(subscription ? "LSUB" : "LIST")
                : new MailboxEntry(subscription, attributes, delimiter, mailbox);
    }

    private Set<String> attributes() throws IOException {
        Set<String> attributes = new HashSet<>();
        lexer.expect('(');
        for (lexer.spaces(); !lexer.accept(')'); lexer.spaces()) {
            String attribute = lexer.astring().toLowerCase(Locale.ROOT);
            if (attributes.size() < MOST_ATTRIBUTES && attribute.length() <= LONGEST_ATTRIBUTE) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    private Optional<Character> delimiter() throws IOException {
        String text = lexer.nstring().map(Lexer::text).orElse("");
        return text.isEmpty() ? Optional.empty() : Optional.of(text.charAt(0));
    }

    private Response search() throws IOException {
        Found found = new Found(lexer.uids());
        lexer.spaces();
        if (lexer.at('(')) {
            lexer.skipValue();
        }
        lexer.spaces();
        lexer.endOfLine();
        return found;
    }

    private Response extendedSearch() throws IOException {
        lexer.spaces();
        if (lexer.at('(')) {
            lexer.skipValue();
        }
        Found found = new Found(UidSet.EMPTY);
        for (lexer.spaces(); !lexer.atEnd(); lexer.spaces()) {
            String item = lexer.word(WordKind.ATOM).toUpperCase(Locale.ROOT);
            lexer.spaces();
            if (item.equals("ALL")) {
                found = new Found(lexer.uidSet());
            } else if (!item.equals("UID")) {
                lexer.skipValue();
            }
        }
        lexer.endOfLine();
        return found;
    }

    private Response status() throws IOException {
        try {
            return passing(counted());
        } catch (Garbled oneMailboxOnly) {
            return passing(new Other("STATUS"));
        }
    }

    private Response counted() throws IOException {
        lexer.spaces();
        String mailbox = lexer.astring();
        lexer.spaces();
        lexer.expect('(');
        Map<String, Long> counts = new HashMap<>();
        for (lexer.spaces(); !lexer.accept(')'); lexer.spaces()) {
            String name = lexer.word(WordKind.ATOM).toUpperCase(Locale.ROOT);
            lexer.spaces();
            if (lexer.atDigit() && counts.size() < MOST_ATTRIBUTES) {
                counts.put(name, lexer.number());
            } else {
                lexer.skipValue();
            }
        }
        return mailbox.length() > LONGEST_NAME ? new Other("STATUS") : new Counted(mailbox, counts);
    }

    private Response vanished() throws IOException {
        lexer.spaces();
        boolean earlier = lexer.at('(');
        if (earlier) {
            lexer.skipValue();
        }
        lexer.spaces();
        Vanished vanished = new Vanished(earlier, lexer.uidSet());
        lexer.spaces();
        lexer.endOfLine();
        return vanished;
    }
}
