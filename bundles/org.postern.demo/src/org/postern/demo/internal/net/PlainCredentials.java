package org.postern.demo.internal.net;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What a client sends for SASL PLAIN, RFC 4616. It has no text form, for it holds a secret. */
public final class PlainCredentials {
    private final String user;
    private final byte[] password;

    private PlainCredentials(String user, byte[] password) {
        this.user = user;
        this.password = password;
    }

    /** Takes the response apart; empty when it is not well formed or acts for somebody else. */
    public static Optional<PlainCredentials> parse(String base64) {
        try {
            return split(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PlainCredentials> split(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int first = text.indexOf(0);
        int second = text.indexOf(0, first + 1);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        String actsFor = text.substring(0, first);
        byte[] user = Arrays.copyOfRange(message, first + 1, second);
        byte[] password = Arrays.copyOfRange(message, second + 1, message.length);
        boolean oneself = actsFor.isEmpty() || actsFor.equals(text.substring(first + 1, second));
        return Optional.of(new PlainCredentials(new String(user, StandardCharsets.UTF_8), password))
                .filter(credentials -> oneself);
    }

    public String user() {
        return user;
    }

    public byte[] password() {
        return password.clone();
    }
}
