package org.postern.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes any number of different messages out of a corpus. Each has a Message-ID and a date of its
 * own; some carry an attachment, so that sizes are spread as in a real mailbox: most of a few KB,
 * 57 KB in the mean, the largest 8 MB. The same index always gives the same bytes.
 */
final class MailMaker {

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final String EDGE = "edge-of-a-part";
    private static final int ATTACHED = 12;
    private static final double MEDIAN = 170_000;
    private static final double SPREAD = 1.3;
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private final Corpus corpus;

    MailMaker(Corpus corpus) {
        this.corpus = corpus;
    }

    byte[] message(int index) throws IOException {
        Random random = new Random(index);
        byte[] original = withCrlf(corpus.message(random.nextInt(corpus.files().size())));
        int end = bodyStart(original);
        String head =
                new String(original, 0, end, StandardCharsets.ISO_8859_1)
                        .replaceAll("(?i)^From .*\r\n", "")
                        .replaceAll(field("message-id|date"), "");
        byte[] body = Arrays.copyOfRange(original, end, original.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(original.length + 200);
        put(out, own(index));
        if (random.nextInt(100) < ATTACHED) {
            attached(out, head, body, random);
        } else {
            put(out, head);
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private static String field(String names) {
        return "(?im)^(" + names + "):.*\r\n([ \t].*\r\n)*";
    }

    private static void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String own(int index) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        BEGIN.plusSeconds(index * 600L).atOffset(ZoneOffset.UTC));
        return "Message-ID: <bench-" + index + "@example.org>\r\nDate: " + date + "\r\n";
    }

    /** What the message was becomes the first part, and noise is the second. */
    private static void attached(
            ByteArrayOutputStream out, String head, byte[] body, Random random) {
        String about = field("content-type|content-transfer-encoding|mime-version");
        put(out, head.replaceAll(about, ""));
        put(out, "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + EDGE);
        put(out, "\"\r\n\r\n--" + EDGE + "\r\n");
        Matcher kept =
                Pattern.compile(field("content-type|content-transfer-encoding")).matcher(head);
        while (kept.find()) {
            put(out, kept.group());
        }
        out.writeBytes(body);
        put(out, "\r\n--" + EDGE + "\r\nContent-Type: application/octet-stream\r\n");
        put(out, "Content-Disposition: attachment; filename=\"noise.bin\"\r\n");
        put(out, "Content-Transfer-Encoding: base64\r\n\r\n");
        out.writeBytes(Base64.getMimeEncoder().encode(noise(random)));
        put(out, "\r\n--" + EDGE + "--\r\n");
    }

    private static byte[] noise(Random random) {
        int size = (int) Math.min(LARGEST, MEDIAN * Math.exp(SPREAD * random.nextGaussian()));
        byte[] noise = new byte[size * 3 / 4];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] withCrlf(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 40);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                continue;
            }
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                out.write('\r');
            }
            out.write(bytes[i]);
        }
        return out.toByteArray();
    }

    private static int bodyStart(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r'
                    && message[i + 1] == '\n'
                    && message[i + 2] == '\r'
                    && message[i + 3] == '\n') {
                return i + 2;
            }
        }
        return message.length;
    }
}
