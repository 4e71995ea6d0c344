package org.postern.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks for a secret in bytes, in every form in which a mail protocol would send it. */
final class SecretSearch {
    private final Map<String, String> forms = new LinkedHashMap<>();

    SecretSearch(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        if (bytes.length < 4) {
            throw new IllegalArgumentException("Too short a secret to look for: anything has it");
        }
        forms.put("as it is", latin1(bytes));
        forms.put("as a quoted string", quoted(latin1(bytes)));
        for (int shift = 0; shift < 3; shift++) {
            forms.put("in Base64, shifted by " + shift, base64Core(bytes, shift));
        }
    }

    /** What stands between the quotes of IMAP (RFC 9051, 4.3). */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** The characters of the Base64 that depend on the secret alone, whatever stands around it. */
    private static String base64Core(byte[] secret, int shift) {
        byte[] shifted = new byte[shift + secret.length];
        System.arraycopy(secret, 0, shifted, shift, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (shift * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return encoded.substring(first, last);
    }

    void assertAbsent(String where, byte[] bytes) {
        String text = latin1(bytes);
        forms.forEach((name, form) -> assertAbsent(where, text, name, form));
    }

    private static void assertAbsent(String where, String text, String name, String form) {
        int at = text.indexOf(form);
        if (at >= 0) {
            throw new AssertionError(
                    "A secret is in clear: %s holds it %s at byte %d".formatted(where, name, at));
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
