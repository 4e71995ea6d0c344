package org.postern.imap.internal.command;

import java.io.ByteArrayOutputStream;

/** Text from a user or a server as an argument (RFC 9051 §9, astring). */
public final class Astring {

    private static final int LONGEST_QUOTED = 1000;

    private Astring() {}

    /** Quoted when it is short printable ASCII, else a literal, which takes any byte. */
    public static Part of(byte[] bytes) {
        return of(bytes, '~');
    }

    /** The same in a session in which quoted strings may hold UTF-8 (RFC 6855 §3). */
    public static Part ofUtf8(byte[] bytes) {
        return of(bytes, 0xff);
    }

    private static Part of(byte[] bytes, int highest) {
        return quotable(bytes, highest) ? new Part.Raw(quoted(bytes)) : new Part.Literal(bytes);
    }

    private static boolean quotable(byte[] bytes, int highest) {
        if (bytes.length > LONGEST_QUOTED) {
            return false;
        }
        for (byte b : bytes) {
            int octet = b & 0xff;
            if (octet < ' ' || octet == 0x7f || octet > highest) {
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
