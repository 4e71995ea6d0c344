package org.postern.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 fingerprint of a certificate, by which people compare two.
 *
 * @param text pairs of upper-case hexadecimal digits with colons between
 */
public record Fingerprint(String text) {

    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int TAIL = 8;

    public Fingerprint {
        if (!text.matches("[0-9A-F]{2}(:[0-9A-F]{2}){31}")) {
            throw new IllegalArgumentException("not a SHA-256 fingerprint: " + text);
        }
    }

    public static Fingerprint of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(PAIRS.formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a certificate without bytes", e);
        }
    }

    /** The last eight digits, which somebody types who has compared all of them. */
    public String tail() {
        return digits(text).substring(digits(text).length() - TAIL);
    }

    /** Whether somebody typed at least the tail; colons, blanks and case do not matter. */
    public boolean isConfirmedBy(String typed) {
        String digits = digits(typed.toUpperCase(Locale.ROOT));
        return digits.length() >= TAIL && digits(text).endsWith(digits);
    }

    private static String digits(String text) {
        return text.replaceAll("[:\\s]", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
