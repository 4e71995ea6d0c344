package org.postern.message;

import java.util.Objects;

/**
 * One header field, unfolded but not decoded.
 *
 * @param name the name as written
 * @param raw the value, one char per byte (ISO 8859-1), line ends removed, trimmed
 */
public record HeaderField(String name, String raw) {

    public HeaderField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(raw, "raw");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a header field without a name");
        }
    }
}
