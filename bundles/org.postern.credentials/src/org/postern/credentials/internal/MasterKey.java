package org.postern.credentials.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The key that stored passwords are encrypted under: 256 random bits, written in Base64. */
public final class MasterKey {

    private static final int BYTES = 32;
    private static final String FORM = "[A-Za-z0-9_-]{43}";

    private MasterKey() {}

    /** A key that nobody has yet. */
    public static char[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        char[] key = new char[text.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = (char) text[i];
        }
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text, (byte) 0);
        return key;
    }

    /** Whether a text may be a key. */
    static boolean isKey(String text) {
        return text.matches(FORM);
    }
}
