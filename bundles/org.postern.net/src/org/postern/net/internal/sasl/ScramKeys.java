package org.postern.net.internal.sasl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Both sides' proofs (RFC 5802 §3).
 *
 * @param proof that the client knows the password
 * @param signature with which the server proves it
 */
record ScramKeys(byte[] proof, byte[] signature) {

    static ScramKeys of(ScramHash hash, byte[] password, ServerFirst first, byte[] authMessage) {
        byte[] salted = hash.salted(password, first.salt(), first.iterations());
        byte[] clientKey = hash.hmac(salted, "Client Key".getBytes(US_ASCII));
        byte[] serverKey = hash.hmac(salted, "Server Key".getBytes(US_ASCII));
        try {
            byte[] proof = hash.hmac(hash.digest(clientKey), authMessage);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= clientKey[i];
            }
            return new ScramKeys(proof, hash.hmac(serverKey, authMessage));
        } finally {
            Arrays.fill(salted, (byte) 0);
            Arrays.fill(clientKey, (byte) 0);
            Arrays.fill(serverKey, (byte) 0);
        }
    }
}
