package org.postern.imap.internal.response;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Takes the text behind OK, NO, BAD, BYE and PREAUTH apart. */
final class Conditions {

    private Conditions() {}

    /** The code in brackets; a bracket that does not close belongs to the text. */
    static Optional<ResponseCode> code(String line) {
        String rest = line.stripLeading();
        int end = end(rest);
        if (end < 0) {
            return Optional.empty();
        }
        String[] parts = rest.substring(1, end).split(" ", 2);
        return Optional.of(
                new ResponseCode(
                        parts[0].toUpperCase(Locale.ROOT),
                        parts.length == 2 ? parts[1].strip() : ""));
    }

    /** What is for people, read as UTF-8. */
    static String text(String line) {
        String text = line.strip();
        text = text.substring(end(text) + 1).strip();
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static int end(String text) {
        if (!text.startsWith("[")) {
            return -1;
        }
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
