package org.postern.net.internal.sasl;

import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/** The functions of RFC 5802 §2.2 over one hash. */
public enum ScramHash {
    SHA_1("SCRAM-SHA-1", "SHA-1", "HmacSHA1"),
    /** RFC 7677. */
    SHA_256("SCRAM-SHA-256", "SHA-256", "HmacSHA256");

    private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};

    private final String mechanism;
    private final String digest;
    private final String mac;

    ScramHash(String mechanism, String digest, String mac) {
        this.mechanism = mechanism;
        this.digest = digest;
        this.mac = mac;
    }

    /** The mechanism's name without -PLUS. */
    public String mechanism() {
        return mechanism;
    }

    byte[] digest(byte[] data) {
        return Digests.digest(digest, data);
    }

    byte[] hmac(byte[] key, byte[] data) {
        return Digests.hmac(mac, key, data);
    }

    /** Hi(): one block of PBKDF2 over bytes, which the platform's own takes no bytes for. */
    byte[] salted(byte[] password, byte[] salt, int iterations) {
        Mac keyed = Digests.mac(mac, password);
        keyed.update(salt);
        byte[] round = keyed.doFinal(FIRST_BLOCK);
        byte[] sum = round.clone();
        for (int i = 1; i < iterations; i++) {
            next(keyed, round);
            for (int k = 0; k < sum.length; k++) {
                sum[k] ^= round[k];
            }
        }
        Arrays.fill(round, (byte) 0);
        return sum;
    }

    private static void next(Mac keyed, byte[] round) {
        try {
            keyed.update(round);
            keyed.doFinal(round, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("a block has the size of the hash", e);
        }
    }
}
