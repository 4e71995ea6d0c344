package org.postern.diagnosis;

import java.util.Objects;

/**
 * Something that was seen, fit to be shown and copied: a server's words, a certificate's
 * fingerprint, a time. No secret is in it.
 *
 * @param label what it is, translated
 * @param value visible text; may have several lines
 */
public record Evidence(String label, String value) {

    public Evidence {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }
}
