package org.postern.imap.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mailbox names of servers without UTF-8 (RFC 3501 §5.1.3). */
public final class ModifiedUtf7 {

    private ModifiedUtf7() {}

    /** The name as the wire has it, all printable ASCII. */
    public static String encode(String name) {
        StringBuilder wire = new StringBuilder();
        int i = 0;
        while (i < name.length()) {
            int end = i;
            while (end < name.length() && !printable(name.charAt(end))) {
                end++;
            }
            if (end > i) {
                wire.append(shifted(name.substring(i, end)));
                i = end;
            } else {
                char c = name.charAt(i++);
                wire.append(c == '&' ? "&-" : String.valueOf(c));
            }
        }
        return wire.toString();
    }

    private static boolean printable(char c) {
        return c >= ' ' && c <= '~';
    }

    private static String shifted(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf16);
        return "&" + base64.replace('/', ',') + "-";
    }

    /** The name for people. What is not soundly encoded stays as it is: it is a name, too. */
    public static String decode(String wire) {
        StringBuilder name = new StringBuilder();
        int i = 0;
        while (i < wire.length()) {
            int end = wire.charAt(i) == '&' ? wire.indexOf('-', i) : -1;
            if (end < 0) {
                name.append(wire.charAt(i++));
            } else {
                name.append(unshifted(wire.substring(i, end + 1)));
                i = end + 1;
            }
        }
        return name.toString();
    }

    private static String unshifted(String shift) {
        String base64 = shift.substring(1, shift.length() - 1).replace(',', '/');
        if (base64.isEmpty()) {
            return "&";
        }
        if (!base64.matches("[A-Za-z0-9+/]+") || base64.length() % 4 == 1) {
            return shift;
        }
        byte[] utf16 = Base64.getDecoder().decode(base64);
        return utf16.length < 2
                ? shift
                : new String(utf16, 0, utf16.length & ~1, StandardCharsets.UTF_16BE);
    }
}
