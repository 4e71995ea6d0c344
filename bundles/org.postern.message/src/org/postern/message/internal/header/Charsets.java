package org.postern.message.internal.header;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Charset labels as mail uses them, which is not as they are registered: a label often names a
 * subset of the charset that was really used, so the superset is taken (as the WHATWG's encoding
 * standard does).
 */
public final class Charsets {

    private static final String WESTERN = "windows-1252";
    private static final String CHINESE = "GB18030";
    private static final String KOREAN = "x-windows-949";
    private static final String JAPANESE = "windows-31j";
    private static final String JAPANESE_7BIT = "x-windows-50221";

    private static final Map<String, String> SUPERSETS =
            Map.ofEntries(
                    Map.entry("iso-8859-1", WESTERN),
                    Map.entry("iso8859-1", WESTERN),
                    Map.entry("iso_8859-1", WESTERN),
                    Map.entry("latin1", WESTERN),
                    Map.entry("x-ansi", WESTERN),
                    Map.entry("iso-8859-9", "windows-1254"),
                    Map.entry("iso-8859-11", "x-windows-874"),
                    Map.entry("tis-620", "x-windows-874"),
                    Map.entry("iso-8859-8-i", "ISO-8859-8"),
                    Map.entry("gb2312", CHINESE),
                    Map.entry("gb_2312-80", CHINESE),
                    Map.entry("x-gbk", CHINESE),
                    Map.entry("gbk", CHINESE),
                    Map.entry("euc-cn", CHINESE),
                    Map.entry("cp936", CHINESE),
                    Map.entry("ks_c_5601-1987", KOREAN),
                    Map.entry("ks_c_5601", KOREAN),
                    Map.entry("ksc5601", KOREAN),
                    Map.entry("ksc_5601", KOREAN),
                    Map.entry("euc-kr", KOREAN),
                    Map.entry("korean", KOREAN),
                    Map.entry("shift_jis", JAPANESE),
                    Map.entry("shift-jis", JAPANESE),
                    Map.entry("x-sjis", JAPANESE),
                    Map.entry("sjis", JAPANESE),
                    Map.entry("iso-2022-jp", JAPANESE_7BIT),
                    Map.entry("iso-2022-jp-1", JAPANESE_7BIT),
                    Map.entry("iso-2022-jp-ms", JAPANESE_7BIT),
                    Map.entry("cp50220", JAPANESE_7BIT),
                    Map.entry("cp50221", JAPANESE_7BIT),
                    Map.entry("big5", "Big5-HKSCS"),
                    Map.entry("utf8", "UTF-8"),
                    Map.entry("utf_8", "UTF-8"),
                    Map.entry("utf8mb4", "UTF-8"),
                    Map.entry("unicode-1-1-utf-8", "UTF-8"),
                    Map.entry("macintosh", "x-MacRoman"),
                    Map.entry("x-mac-roman", "x-MacRoman"));

    private Charsets() {}

    /** Decodes under a label; guesses when it is missing, unknown or plainly wrong. */
    public static String decode(byte[] bytes, Optional<String> label) {
        String name = label.map(Charsets::normalised).orElse("");
        if (name.equals("utf-7") || name.equals("unicode-1-1-utf-7")) {
            return Utf7.decode(bytes).orElseGet(() -> guess(bytes));
        }
        return named(name)
                .filter(charset -> !isAscii(charset))
                .map(charset -> decode(bytes, charset))
                .orElseGet(() -> guess(bytes));
    }

    /** Whether the label names a charset that can be decoded. */
    public static boolean isKnown(String label) {
        String name = normalised(label);
        return name.endsWith("utf-7") || named(name).isPresent();
    }

    /** UTF-8 where that is possible, else the charset that western mail most often means. */
    public static String guess(byte[] bytes) {
        return decode(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : western());
    }

    /** Whether the bytes are well-formed UTF-8. */
    public static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static String decode(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Optional<Charset> named(String name) {
        return Stream.of(SUPERSETS.getOrDefault(name, name), name)
                .flatMap(candidate -> lookUp(candidate).stream())
                .findFirst();
    }

    private static Optional<Charset> lookUp(String name) {
        try {
            return !name.isEmpty() && Charset.isSupported(name)
                    ? Optional.of(Charset.forName(name))
                    : Optional.empty();
        } catch (IllegalCharsetNameException unusable) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII);
    }

    private static Charset western() {
        return lookUp(WESTERN).orElse(StandardCharsets.ISO_8859_1);
    }

    private static String normalised(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[\"'\\s]", "");
    }
}
