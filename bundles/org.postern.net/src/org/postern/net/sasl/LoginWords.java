package org.postern.net.sasl;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.internal.sasl.Messages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * User names and secrets on their way into a login. What no protocol can carry, or what would
 * become a second command, is refused with a sentence that names it.
 */
public final class LoginWords {

    private LoginWords() {}

    /**
     * The user's name in UTF-8.
     *
     * @throws MailException with {@link Failure.BadSettings} when it is empty or has a CR, LF or
     *     NUL in it
     */
    public static byte[] user(String name) throws MailException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        require(bytes, "user");
        return bytes;
    }

    /**
     * A password in UTF-8, just as it was typed; the caller wipes it.
     *
     * @throws MailException as above
     */
    public static byte[] password(Secret secret) throws MailException {
        return secret(secret, "password");
    }

    /**
     * An OAuth 2 access token (RFC 6750 §2.1: visible ASCII); the caller wipes it.
     *
     * @throws MailException as above
     */
    public static byte[] token(Secret secret) throws MailException {
        byte[] token = secret(secret, "token");
        for (byte b : token) {
            if (b <= ' ' || b > '~') {
                Arrays.fill(token, (byte) 0);
                throw bad("token.characters");
            }
        }
        return token;
    }

    private static byte[] secret(Secret secret, String what) throws MailException {
        byte[] bytes = secret.utf8();
        try {
            require(bytes, what);
            return bytes;
        } catch (MailException refused) {
            Arrays.fill(bytes, (byte) 0);
            throw refused;
        }
    }

    private static void require(byte[] word, String what) throws MailException {
        if (word.length == 0) {
            throw bad(what + ".missing");
        }
        for (byte b : word) {
            if (b == '\r' || b == '\n') {
                throw bad(what + ".lineBreak");
            }
            if (b == 0) {
                throw bad(what + ".nul");
            }
        }
    }

    private static MailException bad(String key) {
        return new MailException(new Failure.BadSettings(Messages.text(key)));
    }
}
