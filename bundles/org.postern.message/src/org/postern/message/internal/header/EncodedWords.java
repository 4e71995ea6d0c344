package org.postern.message.internal.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Encoded words (RFC 2047, RFC 2231 section 5), tolerantly: anywhere in the text, with spaces
 * inside, without padding. Neighbours of one charset are decoded together, because senders cut
 * multibyte characters in two.
 */
public final class EncodedWords {

    private static final int LONGEST_CHARSET = 60;
    private static final int LONGEST_IN_PHRASE = 1000;

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private EncodedWords(String text) {
        this.text = text;
    }

    public static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).run() : text;
    }

    /** The offset after the encoded word that starts at {@code from}, or -1. */
    static int end(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST_IN_PHRASE);
        return Word.at(text.substring(from, limit), 0).map(word -> from + word.end()).orElse(-1);
    }

    private String run() {
        int done = 0;
        int last = text.lastIndexOf("?=");
        int at = text.indexOf("=?");
        while (at >= 0 && at + 2 <= last) {
            Optional<Word> word = Word.at(text, at);
            if (word.isEmpty()) {
                at = text.indexOf("=?", at + 2);
                continue;
            }
            between(text.substring(done, at));
            add(word.get());
            done = word.get().end();
            at = text.indexOf("=?", done);
        }
        flush();
        return decoded.append(text, done, text.length()).toString();
    }

    private void between(String gap) {
        if (pendingCharset.isEmpty() || !gap.isBlank()) {
            flush();
            decoded.append(gap);
        }
    }

    private void add(Word word) {
        if (!word.charset().equalsIgnoreCase(pendingCharset)) {
            flush();
            pendingCharset = word.charset();
        }
        pending.writeBytes(word.bytes());
    }

    private void flush() {
        if (!pendingCharset.isEmpty()) {
            decoded.append(Charsets.decode(pending.toByteArray(), Optional.of(pendingCharset)));
            pending.reset();
            pendingCharset = "";
        }
    }

    private record Word(String charset, char encoding, String encoded, int end) {

        static Optional<Word> at(String text, int from) {
            int second = text.indexOf('?', from + 2);
            if (second < 0 || second == from + 2 || second - from > LONGEST_CHARSET) {
                return Optional.empty();
            }
            int third = second + 2;
            if (third >= text.length() || text.charAt(third) != '?') {
                return Optional.empty();
            }
            char encoding = Character.toUpperCase(text.charAt(second + 1));
            int close = text.indexOf("?=", third + 1);
            if (close < 0 || (encoding != 'B' && encoding != 'Q')) {
                return Optional.empty();
            }
            String charset = text.substring(from + 2, second).replaceFirst("\\*.*", "");
            String encoded = text.substring(third + 1, close);
            return charset.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Word(charset, encoding, encoded, close + 2));
        }

        byte[] bytes() {
            return encoding == 'B' ? base64(encoded) : quoted(encoded);
        }
    }

    private static byte[] base64(String encoded) {
        String clean = encoded.replaceAll("[^A-Za-z0-9+/]", "");
        int usable = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        return Base64.getDecoder().decode(clean.substring(0, usable));
    }

    private static byte[] quoted(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char c = encoded.charAt(at);
            int value = c == '=' ? Hex.pair(encoded, at + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                at += 2;
            } else {
                bytes.writeBytes(literal(c));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] literal(char c) {
        return c == '_' ? new byte[] {' '} : String.valueOf(c).getBytes(StandardCharsets.UTF_8);
    }
}
