package org.postern.store.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Mailbox names as file names that every file system takes, and back. */
public final class FileNames {

    private static final Set<String> TAKEN = Set.of("cur", "new", "tmp");
    private static final String PLAIN = "!#$&'()+,-;=@[]^_`{}~ ";

    private FileNames() {}

    /** The folder of a mailbox below another. */
    static Path resolve(Path folder, List<String> path) {
        Path place = folder;
        for (String name : path) {
            place = place.resolve(encode(name));
        }
        return place;
    }

    /** Letters and digits of ASCII stay, all that could mean something becomes {@code %xx}. */
    public static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean inside = i > 0 && i < bytes.length - 1;
            boolean plain =
                    c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 && inside)
                            || c == '.' && inside;
            encoded.append(plain ? String.valueOf(c) : "%%%02x".formatted((int) c));
        }
        boolean taken = TAKEN.contains(encoded.toString()) || encoded.isEmpty();
        return taken ? "%" + encoded : encoded.toString();
    }

    static String decode(String encoded) {
        boolean taken =
                encoded.equals("%")
                        || TAKEN.contains(encoded.substring(Math.min(1, encoded.length())));
        String rest = taken && encoded.startsWith("%") ? encoded.substring(1) : encoded;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < rest.length(); i++) {
            int code = rest.charAt(i) == '%' ? hex(rest, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.writeBytes(rest.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String text, int from) {
        if (from + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(from), 16);
        int low = Character.digit(text.charAt(from + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
