package org.postern.imap.internal.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text from a user or a server as an argument (RFC 9051 §9, astring). */
final class Astring {

    private static final int LONGEST_QUOTED = 1000;

    private Astring() {}

    /** A name as it came from the wire, one character a byte. */
    static Part of(String wireName) {
        return of(wireName.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Quoted when it is short printable ASCII, else a literal, which takes any byte. */
    static Part of(byte[] bytes) {
        return quotable(bytes) ? new Part.Raw(quoted(bytes)) : new Part.Literal(bytes);
    }

    private static boolean quotable(byte[] bytes) {
        if (bytes.length > LONGEST_QUOTED) {
            return false;
        }
        for (byte b : bytes) {
            if (b < ' ' || b > '~') {
                return false;
            }
        }
        return true;
    }

    private static byte[] quoted(byte[] bytes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write('"');
        for (byte b : bytes) {
            if (b == '"' || b == '\\') {
                text.write('\\');
            }
            text.write(b);
        }
        text.write('"');
        return text.toByteArray();
    }
}
