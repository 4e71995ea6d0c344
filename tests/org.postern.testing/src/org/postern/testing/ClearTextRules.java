package org.postern.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/**
 * What a client may let everybody read when protection was asked for: questions for capabilities
 * and the start of TLS, then TLS records and nothing else. No user name, no other command, no byte
 * between the records, ever.
 */
public final class ClearTextRules {
    private static final Pattern DISCOVERY =
            Pattern.compile("[A-Za-z0-9]+ (CAPABILITY|STARTTLS)|CAPA|STLS");
    private static final int FIRST_RECORD_TYPE = 20;
    private static final int LAST_RECORD_TYPE = 23;
    private static final int HEADER = 5;

    private final byte[] sent;
    private int at;

    private ClearTextRules(byte[] sent) {
        this.sent = sent;
    }

    /**
     * Fails unless the rules were kept.
     *
     * @param sent all that a client sent over one connection, as an eavesdropper sees it
     * @throws AssertionError that says where, and shows no more than the first word
     */
    public static void assertKept(byte[] sent) {
        new ClearTextRules(sent).check();
    }

    /** The same for every connection of a proxy. */
    public static void assertKept(RecordingProxy proxy) {
        for (int number = 1; number <= proxy.connections(); number++) {
            assertKept(proxy.sent(number));
        }
    }

    private void check() {
        while (at < sent.length && !isRecord()) {
            checkLine();
        }
        while (at < sent.length) {
            checkRecord();
        }
    }

    private boolean isRecord() {
        return sent[at] >= FIRST_RECORD_TYPE && sent[at] <= LAST_RECORD_TYPE;
    }

    private void checkLine() {
        String rest = new String(sent, at, sent.length - at, ISO_8859_1);
        int end = rest.indexOf("\r\n");
        String line = end < 0 ? rest : rest.substring(0, end);
        if (end < 0 || !DISCOVERY.matcher(line).matches()) {
            throw new AssertionError("Sent in clear at byte " + at + ": " + firstWords(line));
        }
        at += end + 2;
    }

    /** The tag and the command; what follows may be a secret. */
    private static String firstWords(String line) {
        String[] words = line.split(" ", 3);
        return words.length < 2 ? words[0] : words[0] + " " + words[1];
    }

    private void checkRecord() {
        if (!isRecord() || at + 1 < sent.length && sent[at + 1] != 3) {
            throw new AssertionError("What was sent at byte " + at + " is no TLS record");
        }
        at += at + HEADER > sent.length ? HEADER : HEADER + length();
    }

    private int length() {
        return (sent[at + 3] & 0xff) << 8 | sent[at + 4] & 0xff;
    }
}
