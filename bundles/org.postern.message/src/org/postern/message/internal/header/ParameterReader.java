package org.postern.message.internal.header;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fields of the shape {@code value; name=text; ...} (RFC 2045 section 5.1) with the continuations
 * and charsets of RFC 2231, tolerantly: unquoted text with spaces, missing quotes, stray
 * semicolons.
 */
public final class ParameterReader {

    private static final int MOST_SECTIONS = 1000;

    private final String raw;
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, TreeMap<Integer, Section>> sectioned = new HashMap<>();
    private int at;

    private record Section(String text, boolean encoded) {}

    private ParameterReader(String raw) {
        this.raw = raw;
    }

    /** Never fails: what is no parameter is skipped. */
    public static Parameters read(String raw) {
        return new ParameterReader(raw).run();
    }

    /** The charset parameter alone. */
    public static Optional<String> charset(String raw) {
        return raw.contains("=") ? read(raw).parameter("charset") : Optional.empty();
    }

    private Parameters run() {
        String value = upTo(";").strip();
        while (at < raw.length()) {
            at++;
            parameter();
        }
        sectioned.forEach((name, sections) -> plain.put(name, ExtendedText.join(sections)));
        return new Parameters(value.toLowerCase(Locale.ROOT), plain);
    }

    private void parameter() {
        String name = upTo("=;").strip().toLowerCase(Locale.ROOT);
        if (at >= raw.length() || raw.charAt(at) == ';') {
            return;
        }
        at++;
        String text = text();
        if (name.isEmpty()) {
            return;
        }
        if (name.contains("*")) {
            section(name, text);
        } else {
            plain.putIfAbsent(name, text);
        }
    }

    private void section(String name, String text) {
        String[] pieces = name.split("\\*", -1);
        boolean encoded = pieces[pieces.length - 1].isEmpty();
        int number = pieces[1].isEmpty() ? 0 : number(pieces[1]);
        TreeMap<Integer, Section> sections =
                sectioned.computeIfAbsent(pieces[0], any -> new TreeMap<>());
        if (number >= 0 && sections.size() < MOST_SECTIONS) {
            sections.putIfAbsent(number, new Section(text, encoded));
        }
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : -1;
    }

    private String text() {
        while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
            at++;
        }
        if (at < raw.length() && raw.charAt(at) == '"') {
            at++;
            String text = quoted();
            upTo(";");
            return text;
        }
        return upTo(";").strip();
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        while (at < raw.length() && raw.charAt(at) != '"') {
            char c = raw.charAt(at);
            // Only quotes and backslashes are escaped: old senders write C:\names unescaped.
            if (c == '\\' && at + 1 < raw.length() && "\"\\".indexOf(raw.charAt(at + 1)) >= 0) {
                c = raw.charAt(++at);
            }
            text.append(c);
            at++;
        }
        return text.toString();
    }

    private String upTo(String stops) {
        int from = at;
        while (at < raw.length() && stops.indexOf(raw.charAt(at)) < 0) {
            at++;
        }
        return raw.substring(from, at);
    }

    /** Puts the sections of a parameter together (RFC 2231 sections 3 and 4). */
    private static final class ExtendedText {

        static String join(TreeMap<Integer, Section> sections) {
            String charset = "";
            StringBuilder bytes = new StringBuilder();
            boolean first = true;
            for (Section section : sections.values()) {
                String text = section.text();
                if (first && section.encoded() && text.split("'", 3).length == 3) {
                    charset = text.substring(0, text.indexOf('\''));
                    text = text.split("'", 3)[2];
                }
                first = false;
                bytes.append(section.encoded() ? unescape(text) : text);
            }
            return RawText.decode(bytes.toString(), Optional.of(charset));
        }

        private static String unescape(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            for (int at = 0; at < text.length(); at++) {
                int value = text.charAt(at) == '%' ? Hex.pair(text, at + 1) : -1;
                plain.append(value < 0 ? text.charAt(at) : (char) value);
                at += value < 0 ? 0 : 2;
            }
            return plain.toString();
        }
    }
}
