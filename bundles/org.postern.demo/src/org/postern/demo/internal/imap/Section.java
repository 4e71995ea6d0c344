package org.postern.demo.internal.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is between the brackets of BODY[…], RFC 9051 section 6.4.5.
 *
 * @param part the numbers of a part, none for the whole message
 * @param text which text of it
 * @param fields the names of header fields, for two of the texts
 */
record Section(List<Integer> part, Text text, List<String> fields) {
    enum Text {
        ALL(""),
        HEADER("HEADER"),
        FIELDS("HEADER.FIELDS"),
        FIELDS_NOT("HEADER.FIELDS.NOT"),
        TEXT("TEXT"),
        MIME("MIME");

        private final String word;

        Text(String word) {
            this.word = word;
        }
    }

    static final Section WHOLE = new Section(List.of(), Text.ALL, List.of());

    static Section parse(Args args) {
        args.expect('[');
        List<Integer> part = new ArrayList<>();
        String word = args.peek() == ']' ? "" : args.run("]( ");
        while (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            String[] split = word.split("\\.", 2);
            part.add(number(split[0]));
            word = split.length > 1 ? split[1] : "";
        }
        Text text = text(word.toUpperCase(Locale.ROOT));
        boolean named = text == Text.FIELDS || text == Text.FIELDS_NOT;
        List<String> fields = named ? args.space().list(args::astring) : List.of();
        args.expect(']');
        if (text == Text.MIME && part.isEmpty()) {
            throw Refusal.bad("MIME needs a part");
        }
        return new Section(part, text, fields);
    }

    private static int number(String digits) {
        if (!digits.matches("[1-9]\\d{0,5}")) {
            throw Refusal.bad("Not a part: " + digits);
        }
        return Integer.parseInt(digits);
    }

    private static Text text(String word) {
        for (Text text : Text.values()) {
            if (text.word.equals(word)) {
                return text;
            }
        }
        throw Refusal.bad("Unknown section " + word);
    }

    Set<String> fieldSet() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(fields);
        return names;
    }

    /** As it stands in the response. */
    String label() {
        List<String> words = new ArrayList<>(part.stream().map(String::valueOf).toList());
        if (!text.word.isEmpty()) {
            words.add(text.word);
        }
        String names = fields.isEmpty() ? "" : " (" + String.join(" ", quoted()) + ")";
        return "[" + String.join(".", words) + names + "]";
    }

    private List<String> quoted() {
        return fields.stream()
                .map(
                        name ->
                                name.matches("[!-~&&[^(){%*\"\\\\\\]]]+")
                                        ? name
                                        : ImapText.quote(name))
                .toList();
    }
}
