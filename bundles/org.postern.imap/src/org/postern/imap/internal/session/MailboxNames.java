package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.Lexer;
import org.postern.imap.internal.wire.ModifiedUtf7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From names on the wire to names for people. */
final class MailboxNames {

    static final String INBOX = "INBOX";

    /** Levels of a path; what is below them stays one name. No tree on screen needs more. */
    private static final int DEEPEST = 64;

    /** Characters of one name that are shown. */
    private static final int LONGEST_PART = 250;

    private MailboxNames() {}

    /**
     * What a mailbox is known by: its name as a session without UTF-8 has it, so that it stays the
     * same when a server learns UTF-8. INBOX is the one name whose case does not matter (RFC 9051
     * §5.1).
     */
    static String id(String wireName, boolean utf8) {
        if (wireName.equalsIgnoreCase(INBOX)) {
            return INBOX;
        }
        String name = utf8 ? utf8(wireName) : wireName;
        boolean sound = !name.equals(wireName) || isAscii(wireName);
        return utf8 && sound ? ModifiedUtf7.encode(name) : wireName;
    }

    /** The name of that mailbox on the wire. */
    static String wire(String id, boolean utf8) {
        String name = utf8 && isAscii(id) ? ModifiedUtf7.decode(id) : id;
        boolean ours = !name.equals(id) && ModifiedUtf7.encode(name).equals(id);
        return ours ? Lexer.text(name.getBytes(StandardCharsets.UTF_8)) : id;
    }

    /** Whether a command can carry it at all (RFC 9051 §9: no NUL in any string). */
    static boolean isUsable(String wireName) {
        return wireName.chars().noneMatch(c -> c == 0 || c == '\r' || c == '\n');
    }

    /** The parts of the name, decoded and harmless; never empty. */
    static List<String> path(String wireName, Optional<Character> delimiter, boolean utf8) {
        List<String> path =
                Arrays.stream(split(wireName, delimiter))
                        .filter(part -> !part.isEmpty())
                        .map(part -> shortened(harmless(decoded(part, utf8))))
                        .toList();
        return path.isEmpty() ? List.of(shortened(harmless(decoded(wireName, utf8)))) : path;
    }

    private static String shortened(String part) {
        int end = Math.min(part.length(), LONGEST_PART);
        return end == part.length()
                ? part
                : part.substring(0, part.offsetByCodePoints(0, part.codePointCount(0, end) - 1))
                        + "…";
    }

    private static String[] split(String wireName, Optional<Character> delimiter) {
        return delimiter
                .map(d -> wireName.split(Pattern.quote(d.toString()), DEEPEST))
                .orElse(new String[] {wireName});
    }

    /** For a message to the user. */
    static String shown(String wireName) {
        return harmless(plain(wireName));
    }

    /** The same for all ways in which a name may be written on the wire. */
    static String plain(String wireName) {
        String name = wireName.equalsIgnoreCase(INBOX) ? INBOX : wireName;
        return decoded(name, !isAscii(name));
    }

    private static String decoded(String part, boolean utf8) {
        return utf8 || !isAscii(part) ? utf8(part) : ModifiedUtf7.decode(part);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String utf8(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException oldServerWithLatin1) {
            return part;
        }
    }

    /**
     * Control characters made visible, and nothing that somebody could take for a path when it
     * becomes the name of a file: neither a slash nor dots alone.
     */
    private static String harmless(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> text.appendCodePoint(harmless(c)));
        return text.toString().matches("\\.{1,2}") ? "·".repeat(text.length()) : text.toString();
    }

    private static int harmless(int c) {
        if (c == '/') {
            return '∕';
        }
        if (c == '\\') {
            return '∖';
        }
        int type = Character.getType(c);
        boolean disturbs =
                Character.isISOControl(c)
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || type == Character.SURROGATE
                        || type == Character.FORMAT && c != 0x200D;
        return disturbs ? '·' : c;
    }
}
