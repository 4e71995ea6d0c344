package org.postern.search.tests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Writes messages in all the ways that mail has to write a text, and knows the text. */
final class MailForge {

    private final Random random;
    private final Vocabulary vocabulary;
    private StringBuilder known = new StringBuilder();

    /**
     * @param text all words that a reader sees
     */
    record Forged(byte[] mail, String text) {}

    MailForge(Random random, Vocabulary vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
    }

    Forged message(int number) {
        known = new StringBuilder();
        byte[] mail =
                joined(
                        line("Date: Mon, 1 Jan 2024 00:%02d:%02d +0000", number / 60, number % 60),
                        line("From: %s <someone%d@example.org>", header(), number),
                        line("To: %s <else@example.net>", header()),
                        line("Subject: %s", header()),
                        line("MIME-Version: 1.0"),
                        entity(0));
        return new Forged(mail, known.toString());
    }

    private String told(List<String> words) {
        String text = String.join(" ", words);
        known.append(' ').append(text);
        return text;
    }

    private String header() {
        String text = told(vocabulary.words());
        Charset charset = vocabulary.charset(text);
        byte[] bytes = text.getBytes(charset);
        boolean stateful = charset.name().startsWith("ISO-2022");
        if (stateful || random.nextBoolean()) {
            String encoded = Base64.getEncoder().encodeToString(bytes);
            return "=?" + charset.name() + "?B?" + encoded + "?=";
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : bytes) {
            encoded.append(b == ' ' ? "_" : plain(b) ? "" + (char) b : hex(b));
        }
        return "=?" + charset.name() + "?Q?" + encoded + "?=";
    }

    private static boolean plain(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
    }

    private static String hex(byte b) {
        return "=%02X".formatted(b & 0xff);
    }

    private byte[] entity(int depth) {
        return switch (depth < 3 ? random.nextInt(8) : 0) {
            case 0, 1, 2 -> text("plain", told(vocabulary.words()));
            case 3, 4 -> text("html", html(vocabulary.words()));
            case 5 -> forms();
            case 6 -> multipart("mixed", entity(depth + 1), attachment());
            default -> multipart("mixed", entity(depth + 1), attached(depth));
        };
    }

    private byte[] forms() {
        List<String> words = vocabulary.words();
        byte[] plain = text("plain", told(words));
        byte[] html = text("html", html(random.nextBoolean() ? words : vocabulary.words()));
        return multipart("alternative", plain, html);
    }

    private byte[] multipart(String kind, byte[]... parts) {
        String edge = "edge-" + random.nextInt(1_000_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(line("Content-Type: multipart/%s;\r\n boundary=\"%s\"", kind, edge));
        out.writeBytes(line(""));
        for (byte[] part : parts) {
            out.writeBytes(line("--%s", edge));
            out.writeBytes(part);
        }
        out.writeBytes(line("--%s--", edge));
        return out.toByteArray();
    }

    private byte[] attachment() {
        String name = told(List.of(vocabulary.latin())) + ".bin";
        return joined(
                line("Content-Type: application/octet-stream"),
                line("Content-Disposition: attachment; filename=\"%s\"", name),
                line(""),
                line("noise"));
    }

    private byte[] attached(int depth) {
        return joined(
                line("Content-Type: message/rfc822"),
                line(""),
                line("Subject: %s", header()),
                line("MIME-Version: 1.0"),
                entity(depth + 1));
    }

    private byte[] text(String kind, String text) {
        Charset charset = vocabulary.charset(text);
        byte[] bytes = text.getBytes(charset);
        byte[] type = line("Content-Type: text/%s; charset=%s", kind, charset.name());
        return switch (random.nextInt(3)) {
            case 0 ->
                    joined(
                            type,
                            line("Content-Transfer-Encoding: base64"),
                            line(""),
                            Base64.getMimeEncoder().encode(bytes),
                            line(""));
            case 1 ->
                    joined(
                            type,
                            line("Content-Transfer-Encoding: quoted-printable"),
                            line(""),
                            quotedPrintable(bytes),
                            line(""));
            default ->
                    joined(
                            type,
                            line("Content-Transfer-Encoding: 8bit"),
                            line(""),
                            bytes,
                            line(""));
        };
    }

    private byte[] quotedPrintable(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte b : bytes) {
            String next = plain(b) && random.nextInt(9) > 0 ? "" + (char) b : hex(b);
            if (column + next.length() > 72) {
                out.append("=\r\n");
                column = 0;
            }
            out.append(next);
            column += next.length();
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Words are torn by tags that do not part them, and parted by those that do. */
    private String html(List<String> words) {
        known.append(' ').append(String.join(" ", words));
        StringBuilder html = new StringBuilder("<html><head><style>.hidden{}</style></head><body>");
        for (String word : words) {
            html.append(torn(word)).append(between());
        }
        return html.append("<script>var hidden = 1;</script></body></html>").toString();
    }

    private String torn(String word) {
        int at = random.nextInt(word.length());
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + "<b class='x>y'>" + word.substring(at) + "</b>";
            case 1 -> word.substring(0, at) + "<!-- no <p> -->" + word.substring(at);
            case 2 ->
                    word.substring(0, at)
                            + "&#"
                            + (int) word.charAt(at)
                            + ";"
                            + word.substring(at + 1);
            default -> word;
        };
    }

    private String between() {
        return switch (random.nextInt(5)) {
            case 0 -> "<br>";
            case 1 -> "</p><p>";
            case 2 -> "&nbsp;";
            case 3 -> "<div>";
            default -> "\r\n";
        };
    }

    private static byte[] line(String format, Object... values) {
        return (format.formatted(values) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
