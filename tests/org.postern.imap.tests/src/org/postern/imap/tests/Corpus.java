package org.postern.imap.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The responses in {@code malformed.txt}, and endless mutations of bytes, the same in every run.
 */
final class Corpus {

    private static final String STRUCTURE = "()[]{}\"\\<>*+ \r\n0123456789,:&~";

    private Corpus() {}

    static List<byte[]> lines() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        try (InputStream file = Corpus.class.getResourceAsStream("malformed.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .forEach(line -> lines.add(bytes(line)));
        }
        return lines;
    }

    private static byte[] bytes(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("\\n", i)) {
                bytes.writeBytes(new byte[] {'\r', '\n'});
                i++;
            } else if (line.startsWith("\\x", i)) {
                bytes.write(Integer.parseInt(line.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                bytes.write(line.charAt(i));
            }
        }
        bytes.writeBytes(new byte[] {'\r', '\n'});
        return bytes.toByteArray();
    }

    /** One to four small damages. */
    static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound;
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = damagedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] damagedOnce(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int length = Math.min(random.nextInt(8), bytes.length - from);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> result.write(random.nextInt(256));
            case 1 -> result.write(STRUCTURE.charAt(random.nextInt(STRUCTURE.length())));
            case 2 -> {
                result.write(bytes, from, length);
                result.write(bytes, from, length);
            }
            default -> result.write(bytes, from, 0);
        }
        int rest = from + length;
        result.write(bytes, rest, bytes.length - rest);
        return result.toByteArray();
    }
}
