package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of a SCRAM exchange (RFC 5802), written from the RFC without a look at
 * Postern's own: it checks the stored key, the nonce, the channel binding and whether somebody took
 * its -PLUS away. Used once, by one thread.
 */
public final class ScramPeer {
    private static final byte[] SALT = "a salt of tests".getBytes(UTF_8);
    private static final int ROUNDS = 4096;

    private final String digits;
    private final TestUser user;
    private final Map<String, byte[]> bindings;
    private final boolean plus;
    private String header = "";
    private String firstBare = "";
    private String serverFirst = "";

    /**
     * @param hash {@code 1} or {@code 256}
     * @param user as prepared by SASLprep
     * @param bindings that this server knows of the connection, by type; it offers -PLUS when there
     *     are any
     * @param plus whether the client chose the -PLUS variant
     */
    public ScramPeer(String hash, TestUser user, Map<String, byte[]> bindings, boolean plus) {
        this.digits = hash;
        this.user = user;
        this.bindings = Map.copyOf(bindings);
        this.plus = plus;
    }

    /** The answer to client-first-message. */
    public String first(String message) {
        int comma = message.indexOf(',', message.indexOf(',') + 1);
        header = message.substring(0, comma + 1);
        firstBare = message.substring(comma + 1);
        serverFirst =
                "r=%s,s=%s,i=%d"
                        .formatted(nonce(), Base64.getEncoder().encodeToString(SALT), ROUNDS);
        return serverFirst;
    }

    private String nonce() {
        return firstBare.substring(firstBare.indexOf(",r=") + 3) + "%theServers";
    }

    /** The answer to client-final-message: {@code v=} with the server's proof, or {@code e=}. */
    public String last(String message) {
        try {
            String error = error(message);
            return error.isEmpty() ? "v=" + base64(signature(message)) : "e=" + error;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SCRAM", e);
        }
    }

    private String error(String message) throws GeneralSecurityException {
        if (header.startsWith("y") && !bindings.isEmpty()) {
            return "server-does-support-channel-binding";
        }
        if (header.startsWith("p") != plus) {
            return "channel-binding-not-supported";
        }
        String type = plus ? header.substring(2, header.indexOf(',')) : "";
        if (plus && !bindings.containsKey(type)) {
            return "unsupported-channel-binding-type";
        }
        byte[] bound = joined(header.getBytes(UTF_8), bindings.getOrDefault(type, new byte[0]));
        if (!message.startsWith("c=" + base64(bound) + ",r=" + nonce() + ",p=")) {
            return "channel-bindings-dont-match";
        }
        return firstBare.startsWith("n=" + escaped() + ",r=") && provesPassword(message)
                ? ""
                : "invalid-proof";
    }

    private String escaped() {
        return user.name().replace("=", "=3D").replace(",", "=2C");
    }

    private boolean provesPassword(String message) throws GeneralSecurityException {
        byte[] proof = Base64.getDecoder().decode(message.substring(message.indexOf(",p=") + 3));
        byte[] stored = digest(mac(salted(), "Client Key".getBytes(UTF_8)));
        byte[] mask = mac(stored, authMessage(message));
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= mask[i];
        }
        return Arrays.equals(digest(proof), stored);
    }

    private byte[] signature(String message) throws GeneralSecurityException {
        return mac(mac(salted(), "Server Key".getBytes(UTF_8)), authMessage(message));
    }

    private byte[] authMessage(String message) {
        String withoutProof = message.substring(0, message.indexOf(",p="));
        return (firstBare + "," + serverFirst + "," + withoutProof).getBytes(UTF_8);
    }

    private byte[] salted() throws GeneralSecurityException {
        int bits = digits.equals("1") ? 160 : 256;
        PBEKeySpec spec = new PBEKeySpec(user.password().toCharArray(), SALT, ROUNDS, bits);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA" + digits)
                .generateSecret(spec)
                .getEncoded();
    }

    private byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA" + digits);
        mac.init(new SecretKeySpec(key, "HmacSHA" + digits));
        return mac.doFinal(data);
    }

    private byte[] digest(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-" + digits).digest(data);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
