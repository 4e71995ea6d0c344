package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes messages (RFC 5322) that are the same in every run. Without further words: from Ann to Joe,
 * 1 March 2026, 10:00 UTC, a short plain text. Not safe for several threads.
 */
public final class TestMail {
    private static final Instant FIRST_OF_MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final int LINE = 76;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> attachments = new ArrayList<>();
    private String body = "Hello.\r\n";
    private String type = "text/plain";
    private int size;

    private TestMail(String subject) {
        header("From", "Ann Example <ann@example.org>");
        header("To", "Joe Example <joe@example.com>");
        header("Subject", subject);
        header("Message-ID", "<" + Integer.toHexString(subject.hashCode()) + "@example.org>");
        header("MIME-Version", "1.0");
        date(FIRST_OF_MARCH);
    }

    /** A message with that subject; a Message-ID is made from it. */
    public static TestMail subject(String subject) {
        return new TestMail(subject);
    }

    /** So many messages, "Message 1" first, each a minute after the one before. */
    public static List<byte[]> series(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(TestMail::numbered).toList();
    }

    private static byte[] numbered(int number) {
        return subject("Message " + number).date(FIRST_OF_MARCH.plusSeconds(60L * number)).bytes();
    }

    /** Sets a header field, or replaces it; text beyond ASCII becomes an encoded word. */
    public TestMail header(String name, String value) {
        headers.put(name, encoded(value));
        return this;
    }

    /** The sender, for example {@code Ann <ann@example.org>}. */
    public TestMail from(String mailbox) {
        return header("From", mailbox);
    }

    /** When it was written, shown in UTC. */
    public TestMail date(Instant date) {
        var format = DateTimeFormatter.RFC_1123_DATE_TIME;
        return header("Date", format.format(date.atOffset(ZoneOffset.UTC)));
    }

    /** The text, in UTF-8, with any kind of line ends. */
    public TestMail text(String text) {
        body = text.replaceAll("\r?\n", "\r\n");
        return this;
    }

    /** The text, as HTML. */
    public TestMail html(String html) {
        type = "text/html";
        return text(html);
    }

    /** A file that goes with it. */
    public TestMail attachment(String name, String mediaType, byte[] content) {
        attachments.add(
                """
                --frontier\r
                Content-Type: %s\r
                Content-Disposition: attachment; filename="%s"\r
                Content-Transfer-Encoding: base64\r
                \r
                %s\r
                """
                        .formatted(mediaType, name, LINES.encodeToString(content)));
        return this;
    }

    /**
     * Lengthens the text so that the whole message has exactly so many bytes.
     *
     * @throws IllegalStateException at {@link #bytes()} when it is longer without that
     */
    public TestMail size(int bytes) {
        size = bytes;
        return this;
    }

    /** The message with CRLF line ends. */
    public byte[] bytes() {
        byte[] bytes = message(body).getBytes(UTF_8);
        if (size == 0) {
            return bytes;
        }
        if (bytes.length > size) {
            throw new IllegalStateException(
                    "The message has " + bytes.length + " bytes and shall have " + size);
        }
        return message(body + padding(size - bytes.length)).getBytes(UTF_8);
    }

    private static String padding(int length) {
        if (length < 2) {
            return "x".repeat(length);
        }
        String line = "x".repeat(LINE) + "\r\n";
        int rest = (length - 2) % line.length();
        return line.repeat((length - 2) / line.length()) + "x".repeat(rest) + "\r\n";
    }

    private String message(String text) {
        StringBuilder message = new StringBuilder();
        headers.forEach((name, value) -> message.append(name + ": " + value + "\r\n"));
        String part =
                "Content-Type: %s; charset=utf-8\r\n".formatted(type)
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n"
                        + text;
        return message + (attachments.isEmpty() ? part : multipart(part));
    }

    private String multipart(String first) {
        return "Content-Type: multipart/mixed; boundary=frontier\r\n\r\n--frontier\r\n"
                + first
                + "\r\n"
                + String.join("", attachments)
                + "--frontier--\r\n";
    }

    /** Of a mailbox only the name is encoded, never the address (RFC 2047, 5). */
    private static String encoded(String value) {
        if (value.chars().allMatch(c -> c < 128)) {
            return value;
        }
        int address = value.endsWith(">") ? value.lastIndexOf(" <") : -1;
        return address < 0
                ? encodedWord(value)
                : encodedWord(value.substring(0, address)) + value.substring(address);
    }

    private static String encodedWord(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
    }
}
