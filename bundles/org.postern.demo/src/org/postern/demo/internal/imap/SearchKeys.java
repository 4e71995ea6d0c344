package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Flags;

import java.util.Locale;
import java.util.Optional;

/** Reads the keys of a SEARCH, RFC 3501 section 6.4.4 and RFC 7162 section 3.1.5. */
final class SearchKeys {
    private static final int MAX_DEPTH = 50;

    private final Selected selected;
    private final Args args;
    private boolean modSeq;
    private int depth;

    SearchKeys(Selected selected, Args args) {
        this.selected = selected;
        this.args = args;
    }

    boolean usesModSeq() {
        return modSeq;
    }

    SearchKey parseAll() {
        SearchKey key = key();
        while (args.skip(' ')) {
            key = key.and(key());
        }
        args.end();
        return key;
    }

    private SearchKey key() {
        if (++depth > MAX_DEPTH) {
            throw Refusal.no("LIMIT", "Too many keys");
        }
        char next = args.peek();
        if (next == '(') {
            return args.list(this::key).stream()
                    .reduce(SearchKey::and)
                    .orElseThrow(() -> Refusal.bad("Empty parentheses"));
        }
        if (Character.isDigit(next) || next == '*') {
            return numbers(SequenceSet.parse(args), false);
        }
        return named(args.word());
    }

    private SearchKey numbers(SequenceSet set, boolean byUid) {
        if (!byUid && set.exceeds(selected.size())) {
            throw Refusal.bad("No message has such a number");
        }
        return message -> {
            long last = byUid ? selected.lastUid() : selected.size();
            long number = byUid ? message.uid() : selected.sequenceNumber(message.uid());
            return set.holds(number, last);
        };
    }

    private SearchKey named(String word) {
        return switch (word) {
            case "NOT" -> key(' ').not();
            case "OR" -> key(' ').or(key(' '));
            case "UID" -> numbers(SequenceSet.parse(args.space()), true);
            case "KEYWORD" -> SearchKey.flag(args.space().flag());
            case "UNKEYWORD" -> SearchKey.flag(args.space().flag()).not();
            case "LARGER" -> sizeKey(1);
            case "SMALLER" -> sizeKey(-1);
            case "MODSEQ" -> modSeqKey();
            default ->
                    flagKey(word)
                            .or(() -> textKey(word))
                            .or(() -> dateKey(word))
                            .orElseThrow(() -> Refusal.bad("Unknown search key " + word));
        };
    }

    private SearchKey key(char before) {
        args.expect(before);
        return key();
    }

    private SearchKey sizeKey(int sign) {
        long size = args.space().number();
        return message -> Long.signum(message.content().size() - size) == sign;
    }

    private SearchKey modSeqKey() {
        modSeq = true;
        args.space();
        if (args.peek() == '"') {
            args.astring();
            args.space().word();
            args.space();
        }
        long least = args.number();
        return message -> message.modSeq() >= least;
    }

    private static Optional<SearchKey> flagKey(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "ALL", "OLD" -> (SearchKey) message -> true;
                    case "NEW", "RECENT" -> (SearchKey) message -> false;
                    case "ANSWERED" -> SearchKey.flag("\\Answered");
                    case "UNANSWERED" -> SearchKey.flag("\\Answered").not();
                    case "DELETED" -> SearchKey.flag(Flags.DELETED);
                    case "UNDELETED" -> SearchKey.flag(Flags.DELETED).not();
                    case "DRAFT" -> SearchKey.flag("\\Draft");
                    case "UNDRAFT" -> SearchKey.flag("\\Draft").not();
                    case "FLAGGED" -> SearchKey.flag("\\Flagged");
                    case "UNFLAGGED" -> SearchKey.flag("\\Flagged").not();
                    case "SEEN" -> SearchKey.flag(Flags.SEEN);
                    case "UNSEEN" -> SearchKey.flag(Flags.SEEN).not();
                    default -> null;
                });
    }

    private Optional<SearchKey> textKey(String word) {
        return switch (word) {
            case "BCC", "CC", "FROM", "SUBJECT", "TO" ->
                    Optional.of(SearchText.header(word, text()));
            case "HEADER" -> Optional.of(SearchText.header(args.space().astring(), text()));
            case "BODY" -> Optional.of(SearchText.body(text()));
            case "TEXT" -> Optional.of(SearchText.anywhere(text()));
            default -> Optional.empty();
        };
    }

    private String text() {
        return args.space().astring().toLowerCase(Locale.ROOT);
    }

    private Optional<SearchKey> dateKey(String word) {
        boolean sent = word.startsWith("SENT");
        String relation = sent ? word.substring(4) : word;
        if (!relation.matches("BEFORE|ON|SINCE")) {
            return Optional.empty();
        }
        args.space();
        String text = args.peek() == '"' ? args.astring() : args.atom();
        return Optional.of(SearchDate.key(relation, text, sent));
    }
}
