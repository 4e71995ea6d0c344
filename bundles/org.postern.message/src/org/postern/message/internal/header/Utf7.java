package org.postern.message.internal.header;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** UTF-7 (RFC 2152), strictly: what is malformed is rejected as a whole and not half decoded. */
final class Utf7 {

    private Utf7() {}

    static Optional<String> decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder decoded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= 0x80) {
                return Optional.empty();
            }
            if (c != '+') {
                decoded.append(c);
                at++;
                continue;
            }
            int end = endOfShift(text, at + 1);
            Optional<String> shifted = shifted(text, at + 1, end);
            if (shifted.isEmpty()) {
                return Optional.empty();
            }
            decoded.append(shifted.get());
            at = end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
        }
        return Optional.of(decoded.toString());
    }

    private static int endOfShift(String text, int from) {
        int end = from;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Optional<String> shifted(String text, int from, int to) {
        if (from == to) {
            boolean plus = to < text.length() && text.charAt(to) == '-';
            return plus ? Optional.of("+") : Optional.empty();
        }
        int length = to - from;
        if (length % 4 == 1) {
            return Optional.empty();
        }
        byte[] units = Base64.getDecoder().decode(text.substring(from, to));
        if (units.length % 2 == 1) {
            units = Arrays.copyOf(units, units.length - 1);
        }
        String decoded = new String(units, StandardCharsets.UTF_16BE);
        return decoded.indexOf('\ufffd') >= 0 ? Optional.empty() : Optional.of(decoded);
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/';
    }
}
