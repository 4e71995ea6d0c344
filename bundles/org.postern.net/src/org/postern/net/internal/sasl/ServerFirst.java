package org.postern.net.internal.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's first message (RFC 5802 §7, server-first-message), read to the letter.
 *
 * @param nonce ours and what the server put behind it
 * @param salt of the stored password
 * @param iterations within the bounds
 */
record ServerFirst(String nonce, byte[] salt, int iterations) {

    /** RFC 7677 §4; the same floor for SHA-1, for a smaller count makes guessing cheap. */
    static final int FEWEST = 4_096;

    /** What takes a moment here; far above any server's choice, far below a denial of service. */
    static final int MOST = 600_000;

    private static final int LONGEST_MESSAGE = 4_096;
    private static final int LONGEST_SALT = 512;

    private static final Pattern FORM =
            Pattern.compile(
                    "r=([\\x21-\\x2b\\x2d-\\x7e]{1,1024}),s=([A-Za-z0-9+/=]+),i=([1-9][0-9]{0,9})"
                            + "(?:,[a-zA-Z]=[^,]+)*");

    /**
     * @param own the client's nonce
     */
    static ServerFirst parse(byte[] message, String own) throws Unsound {
        if (message.length > LONGEST_MESSAGE) {
            throw new Unsound("a first message of " + message.length + " bytes");
        }
        String text = new String(message, UTF_8);
        if (text.startsWith("m=")) {
            throw new Unsound("asks for an extension that nobody knows");
        }
        Matcher fields = FORM.matcher(text);
        if (!fields.matches()) {
            throw new Unsound("a first message that is none");
        }
        return new ServerFirst(
                nonce(fields.group(1), own), salt(fields.group(2)), iterations(fields.group(3)));
    }

    private static String nonce(String nonce, String own) throws Unsound {
        if (!nonce.startsWith(own) || nonce.length() == own.length()) {
            throw new Unsound("a nonce that does not extend ours");
        }
        return nonce;
    }

    private static byte[] salt(String base64) throws Unsound {
        try {
            byte[] salt = Base64.getDecoder().decode(base64);
            if (salt.length <= LONGEST_SALT) {
                return salt;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Unsound("a salt not in base64");
        }
        throw new Unsound("a salt of more than " + LONGEST_SALT + " bytes");
    }

    private static int iterations(String digits) throws Unsound {
        long count = Long.parseLong(digits);
        if (count < FEWEST || count > MOST) {
            throw new Unsound("asks for " + count + " iterations");
        }
        return (int) count;
    }
}
