package org.postern.net.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time before the login was accepted, in which secrets are about: the client's words are shown
 * only where they are known to be harmless, and the server's only where they repeat nothing.
 */
final class LoginPhase {

    private static final Set<String> HARMLESS =
            Set.of(
                    "CAPABILITY",
                    "CAPA",
                    "STARTTLS",
                    "STLS",
                    "NOOP",
                    "LOGOUT",
                    "QUIT",
                    "ID",
                    "ENABLE");

    private static final Set<String> MECHANISMS =
            Set.of(
                    "PLAIN",
                    "LOGIN",
                    "CRAM-MD5",
                    "DIGEST-MD5",
                    "SCRAM-SHA-1",
                    "SCRAM-SHA-1-PLUS",
                    "SCRAM-SHA-256",
                    "SCRAM-SHA-256-PLUS",
                    "SCRAM-SHA-512",
                    "SCRAM-SHA-512-PLUS",
                    "XOAUTH2",
                    "OAUTHBEARER",
                    "EXTERNAL",
                    "ANONYMOUS",
                    "GSSAPI",
                    "NTLM");

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/=]{25}");
    private static final Pattern FIRST_WORD = Pattern.compile("\\S{1,30}");

    private final Secrets secrets = new Secrets();
    private boolean over;

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
        secrets.forget();
    }

    static boolean isHarmless(String verb) {
        return HARMLESS.contains(verb);
    }

    /** The mechanism that follows an AUTHENTICATE, if it is one and not somebody's password. */
    static Optional<String> mechanism(String arguments) {
        Matcher word = FIRST_WORD.matcher(arguments);
        return word.lookingAt() && MECHANISMS.contains(word.group().toUpperCase(Locale.ROOT))
                ? Optional.of(word.group())
                : Optional.empty();
    }

    /** A line of the client of which only this beginning is shown. */
    String hide(Line line, String beginning) {
        int from = beginning.getBytes(UTF_8).length;
        if (from < line.length()) {
            learn(Arrays.copyOfRange(line.bytes(), from, line.length()));
        }
        return line.only(beginning);
    }

    void learn(byte[] secret) {
        if (!over) {
            secrets.learn(secret);
        }
        Arrays.fill(secret, (byte) 0);
    }

    /**
     * A line of the server.
     *
     * @param status the beginning that is shown in any case, unless it is itself repeated
     */
    String said(Line line, String status) {
        if (over || !repeats(line)) {
            return line.text();
        }
        return secrets.occursIn(status.getBytes(UTF_8))
                ? Line.omitted(line.length())
                : line.only(status);
    }

    private boolean repeats(Line line) {
        return ENCODED.matcher(line.text()).find() || secrets.occursIn(line.bytes());
    }
}
