package org.postern.net.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.core.Security;
import org.postern.net.Dialect;
import org.postern.net.RingWireLog;
import org.postern.net.WireLine;
import org.postern.net.internal.log.Transcript;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What is said in a test, chopped into pieces of any size: {@code C: } and {@code S: } begin lines,
 * {@code H: } a line of the client that is written as a secret from {@code |} on, {@code D: } bytes
 * of the client and {@code B: } bytes of the server without a line end; {@code !} is the login.
 */
final class Talk {

    private final RingWireLog log = new RingWireLog();
    private final Transcript transcript;
    private final Random random;

    Talk(Dialect dialect, long seed) {
        random = new Random(seed);
        Client client = Client.with(Security.TLS).speaking(dialect);
        transcript = new Transcript(Optional.of(log), client.request("localhost", 993));
    }

    /** What the log holds of it, line by line. */
    static List<String> of(Dialect dialect, String... said) {
        return new Talk(dialect, 1).say(said).shown();
    }

    Talk say(String... said) {
        for (String each : said) {
            say(each);
        }
        return this;
    }

    private void say(String each) {
        if (each.equals("!")) {
            transcript.loggedIn();
            return;
        }
        String text = each.substring(3);
        switch (each.charAt(0)) {
            case 'C' -> chop(text + "\r\n", transcript::sent);
            case 'D' -> chop(text, transcript::sent);
            case 'S' -> chop(text + "\r\n", transcript::received);
            case 'B' -> chop(text, transcript::received);
            case 'H' -> {
                int secret = text.indexOf('|');
                chop(text.substring(0, secret), transcript::sent);
                chop(text.substring(secret + 1) + "\r\n", transcript::hidden);
            }
            default -> throw new IllegalArgumentException(each);
        }
    }

    /** Where pieces go. */
    private interface Target {
        void take(byte[] bytes, int offset, int length);
    }

    private void chop(String text, Target target) {
        byte[] bytes = text.getBytes(UTF_8);
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(1 + random.nextInt(40)));
            target.take(bytes, at, length);
            at += length;
        }
    }

    List<String> shown() {
        return log.lines(Client.ACCOUNT).stream().map(Talk::form).toList();
    }

    private static String form(WireLine line) {
        return line.direction().name().charAt(0) + ": " + line.text();
    }
}
