package org.postern.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small text format for settings that people may read and copy: UTF-8, one {@code key = value}
 * per line, blank lines and lines that begin with {@code #} mean nothing. In a value {@code \\}
 * stands for a backslash, {@code \n}, {@code \r} and {@code \t} for control characters, {@code \s}
 * for a blank at an end, and {@code \}{@code uXXXX} for any other character that would disturb.
 */
public final class KeyedText {

    private KeyedText() {}

    /** The text is not what this format allows. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Malformed(int line, String what) {
            super(what);
            this.line = line;
        }

        /** The line that is wrong, from 1. */
        public int line() {
            return line;
        }
    }

    /** The bytes of these pairs, in the order of the map. */
    public static byte[] write(Map<String, String> pairs) {
        StringBuilder out = new StringBuilder();
        pairs.forEach(
                (key, value) -> out.append(key).append(" = ").append(escaped(value)).append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #write} wrote or a person edited.
     *
     * @return the pairs in the order of the lines
     * @throws Malformed naming the first line that is wrong
     */
    public static Map<String, String> read(byte[] bytes) throws Malformed {
        Map<String, String> pairs = new LinkedHashMap<>();
        int number = 0;
        for (String raw : decoded(bytes).split("\r\n|\n|\r", -1)) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                take(line, number, pairs);
            }
        }
        return pairs;
    }

    private static void take(String line, int number, Map<String, String> pairs) throws Malformed {
        int equals = line.indexOf('=');
        String key = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!key.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
            throw new Malformed(number, "not \"key = value\": " + Text.visible(line));
        }
        String value = unescaped(line.substring(equals + 1).strip(), number);
        if (pairs.put(key, value) != null) {
            throw new Malformed(number, "a second \"" + key + "\"");
        }
    }

    private static String decoded(byte[] bytes) throws Malformed {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            Malformed malformed = new Malformed(line, "not UTF-8");
            malformed.initCause(e);
            throw malformed;
        }
    }

    private static String escaped(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean end = i == 0 || i == value.length() - 1;
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case ' ' -> out.append(end ? "\\s" : " ");
                default -> out.append(plain(value, i) ? String.valueOf(c) : unicode(c));
            }
        }
        return out.toString();
    }

    private static boolean plain(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c);
    }

    private static String unicode(char c) {
        return "\\u%04x".formatted((int) c);
    }

    private static String unescaped(String text, int line) throws Malformed {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            switch (i < text.length() ? text.charAt(i) : ' ') {
                case '\\' -> out.append('\\');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 's' -> out.append(' ');
                case 'u' -> {
                    out.append(hex(text, i + 1, line));
                    i += 4;
                }
                default -> throw new Malformed(line, "an unknown escape after \"\\\"");
            }
        }
        return out.toString();
    }

    private static char hex(String text, int at, int line) throws Malformed {
        String digits = at + 4 <= text.length() ? text.substring(at, at + 4) : "";
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw new Malformed(line, "\"\\u\" without four hexadecimal digits");
        }
        return (char) Integer.parseInt(digits, 16);
    }
}
