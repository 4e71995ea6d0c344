package org.postern.net.internal.log;

import java.nio.charset.StandardCharsets;

/**
 * A line without its end, as it went over the wire.
 *
 * @param bytes all of it
 * @param shown so many bytes from its beginning may be looked at; the rest was written as a secret
 */
record Line(byte[] bytes, int shown) {

    /** What may be looked at. */
    String text() {
        return new String(bytes, 0, shown, StandardCharsets.UTF_8);
    }

    int length() {
        return bytes.length;
    }

    /** Whether some of it was written as a secret. */
    boolean hides() {
        return shown < bytes.length;
    }

    /** What takes the place of bytes that are not shown. */
    static String omitted(int count) {
        return "… (" + count + " bytes)";
    }

    /** A beginning of this line, and how much more there was. */
    String only(String beginning) {
        int more = length() - beginning.getBytes(StandardCharsets.UTF_8).length;
        if (more <= 0) {
            return beginning;
        }
        return beginning.isEmpty() ? omitted(more) : beginning + " " + omitted(more);
    }
}
