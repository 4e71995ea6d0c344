package org.postern.net.sasl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Takes a secret out of what a server says: some echo the command. */
public final class Redaction {

    private static final byte[] GAP = "…".getBytes(StandardCharsets.UTF_8);

    private Redaction() {}

    /**
     * The text without the secrets.
     *
     * @param secrets in every form in which they went out
     */
    public static String without(String text, List<byte[]> secrets) {
        byte[] shown = text.getBytes(StandardCharsets.UTF_8);
        for (byte[] one : secrets) {
            shown = one.length == 0 ? shown : without(shown, one);
        }
        return new String(shown, StandardCharsets.UTF_8);
    }

    private static byte[] without(byte[] text, byte[] secret) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length) {
            if (startsAt(text, i, secret)) {
                rest.writeBytes(GAP);
                i += secret.length;
            } else {
                rest.write(text[i++]);
            }
        }
        return rest.toByteArray();
    }

    private static boolean startsAt(byte[] text, int from, byte[] secret) {
        int to = from + secret.length;
        return to <= text.length && Arrays.equals(text, from, to, secret, 0, secret.length);
    }

    /** A secret as it stands in a quoted string of IMAP, without the quotes. */
    public static byte[] escaped(byte[] secret) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte b : secret) {
            if (b == '"' || b == '\\') {
                text.write('\\');
            }
            text.write(b);
        }
        return text.toByteArray();
    }
}
