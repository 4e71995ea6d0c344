package org.postern.net.internal.sasl;

import java.security.SecureRandom;
import java.util.Base64;

/** Nonces that nobody can guess and that never come twice. */
final class Nonces {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Nonces() {}

    /** 192 random bits; base64 has no comma. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
