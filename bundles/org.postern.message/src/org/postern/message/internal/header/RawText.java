package org.postern.message.internal.header;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Gives raw 8-bit header text, which RFC 6532 wants to be UTF-8 and old mail does not, its chars.
 */
public final class RawText {

    private RawText() {}

    /** Whether there is nothing to decode. */
    public static boolean isAscii(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param raw one char per byte; text that has a char which is no byte was decoded before and
     *     comes back as it is
     * @param declared the charset that the message declares for its body
     */
    public static String decode(String raw, Optional<String> declared) {
        if (isAscii(raw) || raw.chars().anyMatch(c -> c > 0xff)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        return Charsets.isUtf8(bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : Charsets.decode(bytes, declared);
    }
}
