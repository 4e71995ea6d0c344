package org.postern.demo.internal.imap.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The header fields of a message or part, one byte per character. */
public final class HeaderBlock {
    private final byte[] raw;
    private final List<String> fields = new ArrayList<>();

    /** Takes a block with its empty last line, if it has one. */
    HeaderBlock(byte[] raw) {
        this.raw = raw;
        for (String line : new String(raw, StandardCharsets.ISO_8859_1).split("(?<=\n)")) {
            boolean folded = !line.isBlank() && Character.isWhitespace(line.charAt(0));
            if (folded && !fields.isEmpty()) {
                fields.add(fields.remove(fields.size() - 1) + line);
            } else if (!line.isBlank()) {
                fields.add(line);
            }
        }
    }

    public byte[] raw() {
        return raw.clone();
    }

    private static String name(String field) {
        int colon = field.indexOf(':');
        return colon < 0 ? "" : field.substring(0, colon).strip();
    }

    /** The first field of that name, unfolded. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> name(field).equalsIgnoreCase(name))
                .findFirst()
                .map(field -> field.substring(field.indexOf(':') + 1))
                .map(value -> value.replaceAll("\r?\n", "").strip());
    }

    /** The fields of these names with an empty line behind; the set must ignore case. */
    public byte[] only(Set<String> names) {
        return filtered(field -> names.contains(name(field)));
    }

    /** The other fields with an empty line behind; the set must ignore case. */
    public byte[] without(Set<String> names) {
        return filtered(field -> !names.contains(name(field)));
    }

    private byte[] filtered(Predicate<String> wanted) {
        StringBuilder text = new StringBuilder();
        fields.stream().filter(wanted).forEach(text::append);
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
