package org.postern.demo.internal.imap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One thing to fetch of each message, RFC 9051 section 6.4.5. */
sealed interface FetchItem {
    /** Something known of the message, such as UID. */
    record Fact(String name) implements FetchItem {}

    /**
     * A piece of the message's text.
     *
     * @param label what it is called in the response
     * @param peek whether to leave the \Seen flag alone
     */
    record Piece(String label, Section section, boolean peek, Optional<Range> range)
            implements FetchItem {}

    /** So many bytes from an offset. */
    record Range(long offset, long length) {}

    Set<String> FACTS =
            Set.of(
                    "UID",
                    "FLAGS",
                    "INTERNALDATE",
                    "RFC822.SIZE",
                    "MODSEQ",
                    "ENVELOPE",
                    "BODYSTRUCTURE");

    /** Reads one item, a macro or a list of items. */
    static List<FetchItem> parseAll(Args args) {
        if (args.peek() == '(') {
            return args.list(() -> parse(args, args.run("(){%*\"\\[]").toUpperCase(Locale.ROOT)));
        }
        String word = args.run("(){%*\"\\[]").toUpperCase(Locale.ROOT);
        return switch (word) {
            case "FAST" -> facts("FLAGS", "INTERNALDATE", "RFC822.SIZE");
            case "ALL" -> facts("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE");
            case "FULL" -> facts("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODY");
            default -> List.of(parse(args, word));
        };
    }

    private static List<FetchItem> facts(String... names) {
        return Stream.of(names).map(name -> (FetchItem) new Fact(name)).toList();
    }

    private static FetchItem parse(Args args, String word) {
        if (FACTS.contains(word)) {
            return new Fact(word);
        }
        return switch (word) {
            case "BODY" -> args.peek() == '[' ? piece(args, false) : new Fact(word);
            case "BODY.PEEK" -> piece(args, true);
            case "RFC822" -> old(word, Section.Text.ALL, false);
            case "RFC822.HEADER" -> old(word, Section.Text.HEADER, true);
            case "RFC822.TEXT" -> old(word, Section.Text.TEXT, false);
            default -> throw Refusal.bad("Unknown data item " + word);
        };
    }

    private static FetchItem piece(Args args, boolean peek) {
        Section section = Section.parse(args);
        Optional<Range> range = Optional.empty();
        if (args.skip('<')) {
            long offset = args.number();
            long length = args.expect('.').number();
            args.expect('>');
            range = Optional.of(new Range(offset, length));
        }
        String origin = range.map(r -> "<" + r.offset() + ">").orElse("");
        return new Piece("BODY" + section.label() + origin, section, peek, range);
    }

    private static FetchItem old(String word, Section.Text text, boolean peek) {
        Section section = new Section(List.of(), text, List.of());
        return new Piece(word, section, peek, Optional.empty());
    }
}
