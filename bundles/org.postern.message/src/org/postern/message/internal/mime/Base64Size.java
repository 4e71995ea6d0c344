package org.postern.message.internal.mime;

import org.postern.message.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Works out the decoded size of regularly laid out base64 from its first line and its end. */
final class Base64Size {

    private static final int SAMPLE = 1024;

    private Base64Size() {}

    static long of(Bytes encoded) throws IOException {
        String head = ascii(encoded, 0);
        String tail = ascii(encoded, Math.max(0, encoded.size() - SAMPLE));
        String trailing = tail.substring(tail.stripTrailing().length());
        long length = encoded.size() - trailing.length();
        long characters = length - lineEnds(head, length);
        long padding = tail.chars().filter(c -> c == '=').count();
        return Math.max(0, characters / 4 * 3 - padding);
    }

    private static long lineEnds(String head, long length) {
        int feed = head.indexOf('\n');
        if (feed < 0) {
            return 0;
        }
        int perLine = feed > 0 && head.charAt(feed - 1) == '\r' ? 2 : 1;
        return length / (feed + 1) * perLine;
    }

    private static String ascii(Bytes encoded, long from) throws IOException {
        byte[] bytes = encoded.slice(from, encoded.size()).first(SAMPLE);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
